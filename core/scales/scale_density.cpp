// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/scale_density.h"

#include "core/array/torch_access.h"
#include "core/path/blur_path.h"
#include "core/words.h"

#include <cmath>
#include <limits>

namespace blurig {

namespace {

constexpr Words<DensityAxis, 3> axisWords{
    {{DensityAxis::LogSigma, "log-sigma"}, {DensityAxis::LogScale, "u"}, {DensityAxis::Sigma, "sigma"}}};

at::Tensor channelSum(const PathNode& node) {
    return tensorOf(node.integrand).sum(0, /*keepdim=*/false, at::kDouble);
}

} // namespace

std::string_view name(DensityAxis axis) {
    return wordOf(axisWords, axis);
}

std::optional<DensityAxis> densityAxisOf(std::string_view word) {
    return valueOf(axisWords, word);
}

double DensityCell::widthOn(DensityAxis axis) const {
    switch (axis) {
    case DensityAxis::LogSigma:
        return from > 0 ? std::log(to / from) : std::numeric_limits<double>::infinity();
    case DensityAxis::LogScale:
        return logScale(to) - logScale(from);
    case DensityAxis::Sigma:
        return to - from;
    }
    return 0;
}

std::vector<DensityCell> scaleDensity(const PathState& state) {
    std::vector<DensityCell> cells;
    std::size_t heldNode = state.nodes.size(); // whose sum is held: neighbours share a node
    at::Tensor held;
    const auto sumAt = [&](std::size_t node) { return node == heldNode ? held : channelSum(*state.nodes[node]); };
    for (const PathCell& cell : state.cells) {
        const at::Tensor from = sumAt(cell.fromNode);
        const at::Tensor to = cell.toNode == cell.fromNode ? from : sumAt(cell.toNode);
        heldNode = cell.toNode;
        held = to;
        const double half = (cell.to - cell.from) / 2;
        cells.push_back({.from = state.path->toPosition(state.variable, cell.from),
                         .to = state.path->toPosition(state.variable, cell.to),
                         .change = cell.scoreChange.value_or(cell.mass),
                         .evidence = half * from.add(to).abs().sum().item<double>(),
                         .gap = cell.gap()});
    }
    return cells;
}

} // namespace blurig
