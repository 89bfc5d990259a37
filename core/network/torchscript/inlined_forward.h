// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/csrc/jit/api/module.h>

#include <memory>

namespace blurig {

// Internal to the room: a module's forward with all calls of its methods and functions replaced by what they do.
struct InlinedForward {
    torch::jit::Module module; // the graph's first argument: a copy that shares the weights
    std::shared_ptr<torch::jit::Graph> graph;
};

InlinedForward inlinedForward(const torch::jit::Module& module); // which stays as it is

} // namespace blurig
