// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/json/json.h"
#include "core/scales/photo_scales.h"
#include "core/scales/scale_fidelity.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace blurig {

// What photos of one group have in common.
struct ScaleGroup {
    std::string name;
    int photos = 0;
    std::optional<double> medianHalfSigma;      // of those that have one
    std::optional<PositionInterval> medianBulk; // medians of both ends of the interval with 80 %
    double bulkCentre = 0; // median of its centre on log(1 + sigma/0.5), as sigma: groups are sorted by it
    std::vector<std::optional<MeanWithInterval>> curve;   // F / F(input), at PhotoScales::curvePoints places
    std::vector<std::optional<MeanWithInterval>> octaves; // of Blur IG, as share of the sum over octaves
};

enum class GroupBy { Group, Label };

// The group whose score changes at the finest scales first.
std::vector<ScaleGroup> scaleGroups(std::span<const PhotoScales> photos, GroupBy by);

// Whether two groups differ in a number: difference of means, Welch's t-test, and the share of
// random divisions of all photos (10,000, seeded) whose difference is at least as large.
struct TwoSamples {
    std::string number; // "log half sigma", "log bulk centre"
    double difference = 0;
    double welchT = 0;
    double degreesOfFreedom = 0;
    double welchP = 1;
    double permutationP = 1;
};
std::vector<TwoSamples> compareGroups(std::span<const PhotoScales> photos, const std::string& first,
                                      const std::string& second); // by PhotoScales::group

Json groupsJson(std::span<const ScaleGroup> groups, std::span<const TwoSamples> tests, double curveEnd);

} // namespace blurig
