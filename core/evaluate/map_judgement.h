// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/subject.h"
#include "core/json/json.h"
#include "core/methods/method.h"

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace blurig {

// What a map claims to be: the integral along a path. "blur-ig": of the discrete Gaussian, mirrored, as here;
// "blur-ig:sampled": of a kernel sampled at the pixels, as scipy's; "ig:black": from a baseline.
struct MapClaim {
    enum class Kind { BlurIg, SampledBlurIg, Ig };
    Kind kind = Kind::BlurIg;
    std::string baseline = {}; // of IG
};
MapClaim parseClaim(std::string_view text); // throws Error (Argument)

// How far the map is from one thing that it may be.
struct MapFit {
    std::string id;    // "blur-ig", "zero-border"
    std::string words; // "the integral along the blur path", "the border was zero"
    bool isMistake = false;
    double distance = 0;                        // relative L2 to it
    std::optional<double> rankCorrelation = {}; // Spearman's, over all values
    double scale = 1;                           // by which it was multiplied, where its size is free
};

struct MapJudgement {
    MapClaim claim;
    double sum = 0;                  // of the map
    double difference = 0;           // F(x) - F(x')
    std::vector<MapFit> fits;        // the claim first, then by distance
    bool holds = false;              // it is what it claims to be
    std::optional<std::size_t> best; // of fits, where the claim does not hold and one fits
    std::string verdict() const;     // in words
};

struct JudgeRequest {
    const Subject& subject;
    const Model& model; // the subject's
    Target target;
    Score score = Score::ClassScore;
    MapClaim claim;
    double sigmaMax = 50;   // of Blur IG's path
    int maxGradients = 256; // of each map that it is compared with
};

// map: C x H x W as the input, or one channel. Computes up to five converged maps. Throws Error, or Cancelled once the
// stop token is set.
MapJudgement judgeMap(const Array& map, const JudgeRequest& request, MethodSink& sink,
                      const std::stop_token& stop = {});

Json judgementJson(const MapJudgement& judgement);

} // namespace blurig
