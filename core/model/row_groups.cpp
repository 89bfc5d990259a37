// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/row_groups.h"

#include <algorithm>

namespace blurig {

std::vector<RowGroup> rowGroups(std::int64_t count, std::int64_t together) {
    std::vector<RowGroup> groups;
    for (std::int64_t first = 0; first < count; first += together) {
        const std::int64_t here = std::min(together, count - first);
        groups.push_back({first, here, here <= 2 ? std::min<std::int64_t>(2, together) : together});
    }
    return groups;
}

// More rows than these are at most 5 % faster; a large network makes what is more urgent wait too long for four.
int rowsTogether(const Execution& execution, const Traits& network, const ArrayLayout& input) {
    constexpr int pairs = 2;
    constexpr int ofSmall = 4;
    constexpr int onGpu = 8;
    constexpr double small = 16e6 * 224 * 224; // parameters times pixels: about what a pass costs
    if (execution.batching == Batching::Alone)
        return 1;
    if (network.fixedBatch)
        return *network.fixedBatch;
    if (execution.batching == Batching::Pairs)
        return pairs;
    auto cost = static_cast<double>(network.parameterCount);
    for (const Axis& axis : input.axes)
        cost *= static_cast<double>(axis.size);
    const int rows = network.device == Device::Cuda ? onGpu : cost <= small ? ofSmall : pairs;
    return std::min(rows, network.rowsTogether.value_or(rows));
}

} // namespace blurig
