// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/explain.h"
#include "core/json/json.h"
#include "core/path/bulk.h"
#include "core/scales/octave_removal.h"

#include <array>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace blurig {

// What is kept of one photo of many: where its score changes, and at which frequency.
struct PhotoScales {
    static constexpr int curvePoints = 65;

    std::string photo; // file
    std::string key;   // of all that decides the numbers: photo, model, target, score and parameters
    std::string group;
    ClassIndex label = 0;
    std::string labelName;
    double scoreInput = 0; // F, the explained score
    double scoreStart = 0; // at the far end of the path
    double sigmaMax = 0;
    std::optional<double> halfSigma; // greatest sigma at which F crosses half of F(input); none where it never does
    std::vector<std::optional<PositionInterval>> bulk; // of blurig::bulkShares
    std::vector<double> curve; // F, even in log(1 + sigma/0.5) from 0 to max(H, W); beyond the path, its far end's
    double curveEnd = 0;       // max(H, W)
    std::map<std::string, std::vector<double>> octaves;    // signed sums, by method
    std::map<std::string, std::vector<double>> magnitudes; // sums of |map of the octave|, by method
    OctaveRemoval removal;
};

// `blurIg`: of the photo; the other methods run here, with their defaults, for the same target and score. Throws Error,
// or Cancelled once the stop token is set.
PhotoScales photoScales(const Explanation& blurIg, const OpenedSubject& opened, ReferenceModels& references,
                        MethodSink& sink, const std::stop_token& stop);

Json photoScalesJson(const PhotoScales& photo);
std::optional<PhotoScales> readPhotoScales(const std::string& text); // none where it is not what was written

} // namespace blurig
