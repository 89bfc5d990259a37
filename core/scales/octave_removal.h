// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model.h"
#include "core/path/sink.h"
#include "core/scales/octave_bands.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace blurig {

// What a model makes of a picture that lacks some octaves.
struct ReducedScore {
    double score = 0;            // class score of the target
    std::optional<double> logit; // of the target; none where the model gives no logits
    double clipped = 0;          // clippedShare(): the model sees the values as they are
};

Array withoutPart(const Array& input, const Array& part); // their difference, of the input's type; not clipped
double clippedShare(const Array& picture);                // of its values, outside the range of its layout

// The answer of the model to a picture without some of its octaves, measured: what an attribution by octave cannot
// promise. The mean colour is always kept, and nothing is clipped.
struct OctaveRemoval {
    std::vector<OctaveBand> bands;
    ReducedScore input;
    std::vector<ReducedScore> without;  // each octave
    std::vector<ReducedScore> onlyUpTo; // the octave and all finer ones; the last is the input
    std::vector<ReducedScore> onlyFrom; // the octave and all coarser ones; the first is the input
    int forwards = 0;
};

// Throws Error, or Cancelled once the stop token is set.
OctaveRemoval removeOctaves(const Model& model, const Array& input, const std::vector<double>& axisWeights,
                            const Target& target, Sink& sink, const std::stop_token& stop = {});

// Shapley values of the octaves: the mean, over all orders in which they are added to the mean colour, of what each
// changes. They sum to the input's value minus that of the mean colour. 2^octaves forward passes.
struct OctaveShapley {
    std::vector<double> scores; // of the class score
    std::vector<double> logits; // empty where the model gives none
    int forwards = 0;
};
OctaveShapley shapleyOfOctaves(const Model& model, const Array& input, const std::vector<double>& axisWeights,
                               const Target& target, Sink& sink, const std::stop_token& stop = {});

} // namespace blurig
