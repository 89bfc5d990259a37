// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/path/sink.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace blurig {

using Segment = std::vector<std::int32_t>; // its pixels, y * width + x, ascending; never empty

struct OverSegmentation {
    std::vector<Segment> segments; // of all scales, fine ones first; they overlap and cover the picture
    double seconds = 0;            // spent on them alone
};

// Graph segmentation of a C x H x W picture, brought to 224 x 224 and [-1, 1], at
// each of XRAI's six scales (50 to 1200); each segment is then dilated by a disk of this radius in px. Calls
// sink.betweenBatches() before every scale; throws Cancelled there once the stop token is set.
OverSegmentation overSegmentation(const Array& picture, int dilationRadius, Sink& sink, const std::stop_token& stop);

} // namespace blurig
