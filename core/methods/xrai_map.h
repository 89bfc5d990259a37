// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/over_segmentation.h"

#include <span>

namespace blurig {

enum class XraiAlgorithm {
    Full, // after every merge, the segments are weighed anew by what they would still add
    Fast, // in the order of the segments' own densities, overlaps ignored
};

struct XraiOptions {
    XraiAlgorithm algorithm = XraiAlgorithm::Full;
    double areaThreshold =
        1; // Full: share of the picture to be ranked; the rest becomes one region, with the last rank
    int leastAddedPixels = 50; // segments that would add fewer are left out; at least 1
};

struct XraiMap {
    Array attribution; // 1 x H x W: the mean attribution of the region that a pixel belongs to
    Array ranks;       // 1 x H x W: of that region, 1 for the greatest mean
    int regions = 0;
};

// XRAI (Kapishnikov et al. 2019): segments are merged by the attribution per pixel that each adds, so that every pixel
// falls to one region; what no segment covers is the last. Rules and order of ties are those of the package `saliency`.
// attribution: C x H x W, of which the greatest channel counts. Throws Cancelled once the stop token is set.
XraiMap xraiMap(const Array& attribution, std::span<const Segment> segments, const XraiOptions& options,
                const std::stop_token& stop);

} // namespace blurig
