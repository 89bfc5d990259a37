// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/csrc/jit/api/module.h>

namespace blurig {

// Internal to the room: a copy of the module with its constants and batch norm folded. Unlike torch::jit::freeze alone,
// an error inside of the copy can be formatted: call stacks name functions that live as long as the program.
torch::jit::Module frozenModule(const torch::jit::Module& module);

// Whether freezing would change what the graph computes: it drops detach() and its like as useless for inference, and
// gradients would then flow where the model stops them.
bool stopsGradients(const torch::jit::Module& module);

} // namespace blurig
