// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/subject.h"
#include "core/methods/method.h"
#include "core/scales/causality.h"
#include "core/scales/weight_randomisation.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace blurig {

// The axioms of path methods (Sundararajan et al. 2017, section 3 of Xu et al. 2020), as figures on one model and
// input. Maps are those of `steps` nodes, the same in each comparison.

// Part of the input that the model was found not to read: its scores stay when it is replaced by noise.
struct IgnoredPart {
    std::string name;  // "channel 2", "region 0,0 to 28,28"
    double blurIg = 0; // share of the map's magnitude that lies in it
    double ig = 0;
};

struct Axioms {
    int steps = 0;
    struct Completeness {
        double gap = 0;                 // |sum - (F(x) - F(x'))|
        std::optional<double> relative; // none where the difference is below 1e-3
    };
    Completeness blurIg; // to convergence, see Integration
    Completeness ig;
    // Relative L2 of A(2 F1 - F2) against 2 A(F1) - A(F2), F1 and F2 the two greatest classes; none of one class.
    std::optional<double> linearityBlurIg;
    std::optional<double> linearityIg;
    int partsTried = 0; // channels, and regions of a grid
    std::vector<IgnoredPart> ignored;
    // Relative L2 between the map and that of the model which reads a x + b back, in those features: a in [0.5, 2) and
    // b in [-0.5, 0.5) are random, of each value alone, or common to a channel. Blur mixes the pixels of a channel: of
    // each alone, the path of Blur IG is another one.
    double scaleIgPerFeature = 0;
    double scaleBlurIgPerChannel = 0;
    double scaleBlurIgPerFeature = 0;
    // Of pictures: local extrema on the way from the input that become stronger, see enhancementAlong().
    std::optional<Enhancement> causalityBlur;
    std::optional<Enhancement> causalityBlack;  // IG from black
    std::optional<Enhancement> causalityRandom; // IG from noise
    // Of the middle row of a picture, as a signal: local extrema that appear on the way from the input, see
    // followSignal().
    struct RowCreations {
        std::int64_t row = 0;
        int extrema = 0; // of the input
        int blur = 0;
        int black = 0;
        int noise = 0;
    };
    std::optional<RowCreations> rowCreations;
    std::optional<WeightRandomisation> randomisation; // where it was asked for
};

struct AxiomsRequest {
    const Subject& subject;
    const Model& model; // the subject's
    Target target;
    Score score = Score::ClassScore;
    int steps = 32;
    bool randomise = false; // the sanity check by randomised weights, too: two more maps a stage
    NetworkFormats formats = builtInFormats();
};

// A few hundred gradients. Throws Error, or Cancelled once the stop token is set.
Axioms checkAxioms(const AxiomsRequest& request, MethodSink& sink, const std::stop_token& stop = {});

} // namespace blurig
