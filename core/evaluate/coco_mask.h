// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/mask.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace blurig {

// COCO's masks, as pycocotools decodes them. Runs go down the columns, outside first.
Mask maskOfRuns(std::span<const std::uint32_t> runs, int width,
                int height);                                    // throws std::invalid_argument: they do not fill it
std::vector<std::uint32_t> runsOf(std::string_view compressed); // throws std::invalid_argument
std::string compressed(std::span<const std::uint32_t> runs);    // the inverse
// x, y of the corners in turn, at least three of them.
std::vector<std::uint32_t> runsOfPolygon(std::span<const double> corners, int width, int height);

} // namespace blurig
