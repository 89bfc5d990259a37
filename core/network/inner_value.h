// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace blurig {

// A value that a network computes on the way to its output and that depends on the input by a gradient. Where a loop
// computes it several times, the last one counts.
struct InnerValue {
    std::string name; // "layer4.1.relu:relu": module and operation; "...:relu#2" for its second; the same in every run
    std::string operation;           // "relu", "convolution"
    std::vector<std::int64_t> sizes; // the batch first
    bool untilAttention = false;     // attention between parts of the picture comes after it, or it is part of that

    bool operator==(const InnerValue&) const = default;
};

} // namespace blurig
