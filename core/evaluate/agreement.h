// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace blurig {

// How far two maps of one picture agree; none of the figures depends on a map's unit.
struct Agreement {
    std::optional<double> spearman; // rank correlation of the pixels' values, ties at their mean rank; none where a map
                                    // is constant
    double topShare = 0;            // share of the 10 % of pixels with the greatest values that both have in common
    double ssim = 0; // structural similarity (Wang et al. 2004) of the maps, each stretched to its own range
};

// A plane of 1 x H x W with finite values, H x W of at least one pixel, sorted once for any number of comparisons.
class RankedMap {
public:
    RankedMap(const Array& plane); // NOLINT(google-explicit-constructor): a plane is one

private:
    friend Agreement agreementOf(const RankedMap& a, const RankedMap& b);

    Array m_plane;
    std::vector<std::size_t> m_ascending; // pixels by value
    std::vector<double> m_ranks;          // of the pixels; equal values share their mean rank
};

Agreement agreementOf(const RankedMap& a, const RankedMap& b); // of the same H x W

} // namespace blurig
