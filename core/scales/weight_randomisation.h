// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/subject.h"
#include "core/json/json.h"
#include "core/methods/method.h"
#include "core/network/network_format.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace blurig {

// The sanity check by randomised weights, cascading from the output (Adebayo et al. 2018): a map that stays as it was
// although the model has forgotten what it learned shows the picture, not the model.
struct WeightRandomisation {
    // Spearman's rank correlation with the map of the model as it is, over pixels, sums over channels; none where a map
    // is flat.
    struct Similarity {
        std::optional<double> signedMaps;
        std::optional<double> magnitudes; // of the sums
    };
    struct Stage {
        std::size_t layers = 0; // the last so many
        std::string first;      // of these: the name of the one nearest to the input
        double score = 0;       // F of the input, by the changed model
        Similarity blurIg;
        Similarity ig;
        Similarity gradientTimesInput;
        std::string failure = {}; // in place of figures: what the changed model did
    };

    int steps = 0;          // nodes of the maps, the same in all
    std::size_t layers = 0; // that hold weights; 0: the file does not tell, and there is no stage
    std::vector<Stage> stages;
};

struct WeightRandomisationRequest {
    const Subject& subject;
    const Model& model; // the subject's
    Target target;
    Score score = Score::ClassScore;
    int steps = 32;
    double sigmaMax = 0; // of Blur IG's path
    const NetworkFormats& formats;
};

// Up to eight stages: 1, 2, 4, ... layers, and all of them. Throws Error, or Cancelled once the stop token is set.
WeightRandomisation randomiseWeights(const WeightRandomisationRequest& request, MethodSink& sink,
                                     const std::stop_token& stop = {});

// "layers", "steps", "stages": layers, first_layer, score, blur_ig, ig and gradient_x_input with "signed" and
// "magnitudes" each, or "failure".
Json weightRandomisationJson(const WeightRandomisation& randomisation);

} // namespace blurig
