// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/inner_value.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace blurig {

// Internal to the room: a forward pass that shows what happens inside of the network.
struct InnerForward {
    std::vector<at::Tensor> outputs; // as Network::forward gives them
    std::vector<InnerValue> values;  // in the order of the program
    at::Tensor kept;                 // the value asked for, at its own place in the autograd graph; else undefined
};

} // namespace blurig
