// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/csrc/jit/api/module.h>

#include <string>
#include <vector>

namespace blurig {

// Internal to the room. Changes a module that was just loaded so that it computes on `device` in float or double:
// half-precision weights, constants and conversions become float, constants name the device, and convolutions
// neither round to TF32 nor choose their algorithm by timing. Returns what a user must know of that, in sentences.
std::vector<std::string> repairModule(torch::jit::Module& module, at::Device device);

} // namespace blurig
