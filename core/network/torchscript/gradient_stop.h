// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/gradient_stop.h"

#include <torch/csrc/jit/api/module.h>

#include <optional>

namespace blurig {

// Internal to the room: the operation of the program that most likely keeps gradients from the input; none where none
// is known to.
std::optional<GradientStop> gradientStopOf(const torch::jit::Module& module);

} // namespace blurig
