// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/bootstrap.h"
#include "core/json/json.h"
#include "core/scales/photo_scales.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace blurig {

// How well the attribution by octave ranks what removing octaves does to the score, over many photos.
struct Fidelity {
    std::string predictor; // "blur-ig", "blur-ig magnitudes", ..., "prior"
    std::string measured; // "without": the drop without the octave; "adding-finer", "adding-coarser": the step when the
                          // octave comes to all coarser, or all finer ones
    std::string score;    // "class-score", "logit"
    std::optional<MeanWithInterval> perPhoto;     // Spearman over octaves, mean over photos
    std::optional<MeanWithInterval> acrossPhotos; // Spearman over photos, mean over octaves; not of the prior
};

// The prior predicts a photo by the mean of what was measured on the others: what needs no attribution.
// Intervals from `resamples` resamplings of the photos, seeded.
std::vector<Fidelity> scaleFidelity(std::span<const PhotoScales> photos, int resamples = 1000);

Json fidelityJson(std::span<const Fidelity> figures);

} // namespace blurig
