// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/network/execution.h"
#include "core/network/traits.h"

#include <cstdint>
#include <vector>

namespace blurig {

// Part of a batch that runs at once.
struct RowGroup {
    std::int64_t first = 0;
    std::int64_t count = 0;
    std::int64_t rows = 0; // of the run: at least `count`, the others are copies of the last

    bool operator==(const RowGroup&) const = default;
};

// A batch of `count` pictures in runs of `together` rows, and of two where no more are left: other shapes round
// otherwise, and the examination of a model has seen these. `together` = 1: each in a run of its own.
std::vector<RowGroup> rowGroups(std::int64_t count, std::int64_t together);

// The greatest batch that runs together: a constant of the execution, of what the network is and of its input's layout.
int rowsTogether(const Execution& execution, const Traits& network, const ArrayLayout& input);

} // namespace blurig
