// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/bulk.h"

#include <cmath>
#include <cstddef>

namespace blurig {

std::optional<PositionInterval> bulkInterval(const PathState& state, double share) {
    double total = 0;
    for (const PathCell& cell : state.cells)
        total += std::abs(cell.mass);
    if (total <= 0)
        return std::nullopt;
    // Rounding must not make the last cell necessary that the sum did not need.
    const double wanted = share * total * (1 - 1e-12);
    const PathCell* first = nullptr;
    const PathCell* last = nullptr;
    double inside = 0;
    std::size_t begin = 0;
    for (std::size_t end = 0; end < state.cells.size(); ++end) {
        inside += std::abs(state.cells[end].mass);
        while (inside - std::abs(state.cells[begin].mass) >= wanted && begin < end) {
            inside -= std::abs(state.cells[begin].mass);
            ++begin;
        }
        const bool shorter = !first || state.cells[end].to - state.cells[begin].from < last->to - first->from;
        if (inside >= wanted && shorter) {
            first = &state.cells[begin];
            last = &state.cells[end];
        }
    }
    return PositionInterval{.from = state.path->toPosition(state.variable, first->from),
                            .to = state.path->toPosition(state.variable, last->to)};
}

} // namespace blurig
