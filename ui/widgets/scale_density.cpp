// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/scale_density.h"

#include "ui/widgets/scale_axis.h"

#include <algorithm>
#include <cmath>

namespace blurig::ui {

std::vector<double> relativeDensity(const std::vector<ScaleShare>& shares) {
    std::vector<double> densities;
    double highest = 0;
    for (const ScaleShare& share : shares) {
        const double width = axisPosition(share.to) - axisPosition(share.from);
        densities.push_back(width > 0 ? share.amount / width : 0);
        highest = std::max(highest, densities.back());
    }
    if (!(highest > 0) || !std::isfinite(highest))
        return {};
    for (double& density : densities)
        density /= highest;
    return densities;
}

} // namespace blurig::ui
