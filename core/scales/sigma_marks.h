// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <utility>
#include <vector>

namespace blurig {

// Round sigmas from 0 to `end` (px) at their places on log(1 + sigma/0.5), for the axis of a chart.
std::vector<std::pair<double, std::string>> sigmaMarks(double end);

} // namespace blurig
