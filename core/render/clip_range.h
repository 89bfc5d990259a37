// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <span>

namespace blurig {

// The magnitudes between which colours change: below `low` a pixel is painted as zero, from `limit` on as the end.
struct ClipRange {
    double low = 0;
    double limit = 1;

    bool operator==(const ClipRange&) const = default;
};

// At these percentiles of |plane| over all its pixels: lowPercentile per cent lie below `low` (equal values may leave
// fewer), and `limit` is clipLimit's. The limit is 1 where the plane is zero everywhere.
ClipRange clipRange(const Array& plane, double lowPercentile, double highPercentile);

ClipRange widestRange(std::span<const ClipRange> ranges); // the least low end, the greatest limit; of at least one

// The way back: how many per cent of |plane| lie below a magnitude.
double percentileOf(const Array& plane, double magnitude);

} // namespace blurig
