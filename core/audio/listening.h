// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/audio/front_end.h"

namespace blurig {

// A part of a sound, by a mask on the magnitudes of its short-time Fourier transform; phases are kept.

// The positive part of a map (summed over channels), clipped at a percentile of its values and divided by it: 1 x axes
// in [0, 1]. All 0 where nothing is positive.
Array maskOf(const Array& map, double percentile = 99.5);

// 1 x (fftSize / 2 + 1) x time of a mask over the front end's bands: M(f) = sum over bands of W M / sum of W. A bin
// that no band covers takes the value of the band whose centre is nearest.
Array binMask(const Array& bandMask, const FrontEnd& frontEnd);

// The transform for listening: the front end's own, but always centred, and with hops that can be undone.
FrontEnd listeningFrontEnd(const FrontEnd& frontEnd);

// Samples (1 x 1 x T) through a mask of the front end's bins and frames; a frame of the transform for listening takes
// the mask of the front end's frame whose centre is nearest. A mask of ones gives the samples back.
Array masked(const Array& samples, const Array& binMask, const FrontEnd& frontEnd);

Array remainder(const Array& mask); // 1 - mask

} // namespace blurig
