// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <string>
#include <vector>

namespace blurig {

// An octave of spatial frequency: coefficients of the orthonormal DCT-II of the scale space by their radial frequency
// w = pi sqrt(sum over axes of (k/n)^2). Octave 0 holds w above pi/2, the corner of the spectrum included, octave s
// those from pi/2^(s+1) to pi/2^s. The mean (k = 0 on every axis) is in none.
struct OctaveBand {
    int octave = 0;
    double periodFrom = 0; // px; 0 of octave 0: all that is finer
    double periodTo = 0;   // px; of the last octave the longest period that fits
};

std::string periodText(const OctaveBand& band); // "8-16", "< 4"

inline constexpr int mostOctaves = 8; // the last one holds all below

// The octaves that an array of this layout has. axisWeights: as of a ScaleSpace; axes of weight 0 are not transformed.
std::vector<OctaveBand> octaveBands(const ArrayLayout& layout, const std::vector<double>& axisWeights = {});

// An array taken apart. The octaves and the mean sum to it, to rounding.
struct OctaveParts {
    std::vector<Array> octaves; // layout of the array, finest first
    Array mean;                 // along the transformed axes
};
OctaveParts octaveParts(const Array& array, const std::vector<double>& axisWeights = {});

} // namespace blurig
