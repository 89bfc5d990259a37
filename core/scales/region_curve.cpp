// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/region_curve.h"

#include "core/array/torch_access.h"

#include <algorithm>
#include <cassert>

namespace blurig {

std::vector<double> regionMasses(const PathState& state, const PixelRegion& region) {
    const ArrayLayout& layout = state.attribution.layout();
    assert(layout.axes.size() == 2);
    const std::int64_t left = std::clamp<std::int64_t>(region.left, 0, layout.axes[1].size);
    const std::int64_t right = std::clamp<std::int64_t>(region.right, left, layout.axes[1].size);
    const std::int64_t top = std::clamp<std::int64_t>(region.top, 0, layout.axes[0].size);
    const std::int64_t bottom = std::clamp<std::int64_t>(region.bottom, top, layout.axes[0].size);

    std::vector<double> changes(state.nodes.size(), 0.0); // sum of the integrand over the region
    std::vector<bool> known(state.nodes.size(), false);
    const auto changeAt = [&](std::size_t node) {
        if (!known[node]) {
            const at::Tensor inside =
                tensorOf(state.nodes[node]->integrand).narrow(1, top, bottom - top).narrow(2, left, right - left);
            changes[node] = inside.sum(at::kDouble).item<double>();
            known[node] = true;
        }
        return changes[node];
    };
    std::vector<double> masses;
    for (const PathCell& cell : state.cells)
        masses.push_back(-(cell.to - cell.from) * (changeAt(cell.fromNode) + changeAt(cell.toNode)) / 2);
    return masses;
}

} // namespace blurig
