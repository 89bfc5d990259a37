// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/sigma_marks.h"

#include "core/path/blur_path.h"

#include <fmt/format.h>

namespace blurig {

std::vector<std::pair<double, std::string>> sigmaMarks(double end) {
    std::vector<std::pair<double, std::string>> marks{{0, "0"}};
    for (const double sigma : {0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0})
        if (sigma < 0.8 * end)
            marks.emplace_back(logScale(sigma), fmt::format("{:g}", sigma));
    marks.emplace_back(logScale(end), fmt::format("{:.4g}", end));
    return marks;
}

} // namespace blurig
