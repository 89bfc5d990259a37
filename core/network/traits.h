// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/device.h"
#include "core/network/execution.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace blurig {

// What a network says of itself before it runs.
struct Traits {
    std::string format; // "TorchScript"
    std::int64_t parameterCount = 0;
    Device device = Device::Cpu;           // where it runs; inputs come from anywhere, outputs stay there
    std::optional<int> rowsTogether = {};  // the most rows that one run should have; none: the model's size decides
    std::optional<int> fixedBatch = {};    // the only number of rows that it takes; none: any
    std::vector<std::string> outputs = {}; // the names of the tensors that it returns; empty: not known
    MemoryLayout layout = MemoryLayout::Contiguous; // of the input, the fastest; the other one works, too
};

} // namespace blurig
