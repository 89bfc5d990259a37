// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/scale_chart.h"

#include <vector>

namespace blurig::ui {

// Of each share per unit of the chart's axis, so that equal areas are equal changes of the score; the highest is 1.
// Empty where nothing changes.
std::vector<double> relativeDensity(const std::vector<ScaleShare>& shares);

inline constexpr double densityHeight = 0.72; // of the plot's, of the highest step

} // namespace blurig::ui
