// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path_state.h"

#include <optional>
#include <vector>

namespace blurig {

// What a density is per unit of.
enum class DensityAxis {
    LogSigma, // ln sigma; begins at the first node above 0
    LogScale, // u = ln(1 + sigma/0.5)
    Sigma,    // px of the model
};
std::string_view name(DensityAxis axis);                         // "log-sigma", "u", "sigma"
std::optional<DensityAxis> densityAxisOf(std::string_view word); // none of another word

// One interval of a path over sigma. Two quantities that must not be mixed up: the change of the score, whose parts
// cancel within an interval, and the evidence, which counts them all.
struct DensityCell {
    double from = 0; // sigma, model px
    double to = 0;
    double change = 0;         // of the score, coming from blur: F(from) - F(to) where both are known, else the mass
    double evidence = 0;       // sum over pixels of |what the interval adds to the map|, channels summed first
    std::optional<double> gap; // |mass - change of the score|
    double widthOn(DensityAxis axis) const; // infinite on LogSigma where it begins at 0
};

// The intervals of the quadrature, sigma ascending. Reads every integrand once.
std::vector<DensityCell> scaleDensity(const PathState& state); // a path over sigma, with cells

} // namespace blurig
