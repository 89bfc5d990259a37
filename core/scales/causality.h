// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/path/path.h"

#include <cstddef>
#include <span>
#include <vector>

namespace blurig {

// The causality axiom of scale space: on the way from the input, nothing is created. In one dimension, the number of
// local extrema never grows. In two it may, where one splits (Lindeberg 1994), but none is enhanced: no maximum rises
// and no minimum falls, to first order.

struct SignalExtremum {
    std::size_t place = 0;
    bool maximum = false; // else a minimum

    bool operator==(const SignalExtremum&) const = default;
};

// Sign changes of first differences above `threshold` of the signal's range; end points are not counted, and rounding
// is none. 1e-6 of the range suits float32.
std::vector<SignalExtremum> extremaIn(std::span<const float> signal, double threshold = 1e-6);
inline int extremaOf(std::span<const float> signal, double threshold = 1e-6) {
    return static_cast<int>(extremaIn(signal, threshold).size());
}

struct Enhancement {
    int extrema = 0;
    int enhanced = 0; // of these

    Enhancement& operator+=(const Enhancement& other);
    double share() const { return extrema > 0 ? static_cast<double>(enhanced) / extrema : 0; }
};

struct PictureExtremum {
    std::int64_t channel = 0;
    std::int64_t y = 0;
    std::int64_t x = 0;
    bool maximum = false;  // else a minimum
    bool enhanced = false; // the tangent makes it stronger
};

// Local extrema of each channel of a picture (8 neighbours, mirrored border, above the threshold as before) and which
// of them the tangent enhances: a maximum where it is positive, a minimum where it is negative, by more than
// `threshold` of its own greatest magnitude.
std::vector<PictureExtremum> extremaOf(const Array& picture, const Array& tangent, double threshold = 1e-6);
Enhancement enhancementOf(const Array& picture, const Array& tangent, double threshold = 1e-6);

// Summed over `places` positions of a path of pictures, even in its natural variable, from the input on without the far
// end; the tangent is that away from the input.
Enhancement enhancementAlong(const Path& path, int places);

} // namespace blurig
