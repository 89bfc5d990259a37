// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/scale_groups.h"

#include "core/evaluate/t_test.h"
#include "core/methods/seeded_random.h"
#include "core/path/blur_path.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace blurig {

namespace {

constexpr std::uint64_t seed = 5;
constexpr int divisions = 10000;
constexpr std::size_t bulkPlace = 1; // of bulkShares: 80 %

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::optional<double> bulkCentreOf(const PhotoScales& photo) {
    const auto& bulk = photo.bulk[bulkPlace];
    return bulk ? std::optional((logScale(bulk->from) + logScale(bulk->to)) / 2) : std::nullopt;
}

std::optional<double> halfOf(const PhotoScales& photo) {
    return photo.halfSigma ? std::optional(logScale(*photo.halfSigma)) : std::nullopt;
}

std::vector<double> valuesOf(std::span<const PhotoScales* const> photos,
                             std::optional<double> (*number)(const PhotoScales&)) {
    std::vector<double> values;
    for (const PhotoScales* photo : photos)
        if (const auto value = number(*photo))
            values.push_back(*value);
    return values;
}

ScaleGroup groupOf(const std::string& name, const std::vector<const PhotoScales*>& photos) {
    ScaleGroup group{.name = name, .photos = static_cast<int>(photos.size())};
    if (const auto halves = valuesOf(photos, halfOf); !halves.empty())
        group.medianHalfSigma = sigmaAtLogScale(median(halves));
    if (const auto centres = valuesOf(photos, bulkCentreOf); !centres.empty())
        group.bulkCentre = sigmaAtLogScale(median(centres));
    std::vector<double> from;
    std::vector<double> to;
    for (const PhotoScales* photo : photos)
        if (const auto& bulk = photo->bulk[bulkPlace]) {
            from.push_back(bulk->from);
            to.push_back(bulk->to);
        }
    if (!from.empty())
        group.medianBulk = PositionInterval{.from = median(from), .to = median(to)};
    for (int i = 0; i < PhotoScales::curvePoints; ++i) {
        std::vector<double> values;
        for (const PhotoScales* photo : photos)
            if (photo->scoreInput != 0)
                values.push_back(photo->curve[static_cast<std::size_t>(i)] / photo->scoreInput);
        group.curve.push_back(meanOf(values, 200));
    }
    const auto& octaves = photos.front()->octaves.at("blur-ig");
    for (std::size_t octave = 0; octave < octaves.size(); ++octave) {
        std::vector<double> shares;
        for (const PhotoScales* photo : photos) {
            const auto& sums = photo->octaves.at("blur-ig");
            const double total = std::accumulate(sums.begin(), sums.end(), 0.0);
            if (std::abs(total) > 1e-3)
                shares.push_back(sums[octave] / total);
        }
        group.octaves.push_back(meanOf(shares, 200));
    }
    return group;
}

double meanOfValues(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

TwoSamples compared(const char* number, const std::vector<double>& a, const std::vector<double>& b) {
    TwoSamples result{.number = number, .difference = meanOfValues(a) - meanOfValues(b)};
    if (const auto welch = welchTTest(a, b)) {
        result.welchT = welch->t;
        result.degreesOfFreedom = welch->degreesOfFreedom;
        result.welchP = welch->p;
    }
    std::vector<double> all = a;
    all.insert(all.end(), b.begin(), b.end());
    SeededRandom random(seed);
    int atLeast = 1; // the division that was found counts
    for (int i = 0; i < divisions; ++i) {
        for (std::size_t k = all.size() - 1; k > 0; --k)
            std::swap(all[k],
                      all[std::min(k, static_cast<std::size_t>(random.uniform() * static_cast<double>(k + 1)))]);
        const std::span<const double> values = all;
        const double difference = meanOfValues(values.first(a.size())) - meanOfValues(values.subspan(a.size()));
        if (std::abs(difference) >= std::abs(result.difference) * (1 - 1e-12))
            ++atLeast;
    }
    result.permutationP = static_cast<double>(atLeast) / (divisions + 1);
    return result;
}

Json meansJson(const std::vector<std::optional<MeanWithInterval>>& values) {
    Json list = Json::array();
    for (const auto& value : values)
        list.push_back(value ? Json{numberJson(value->mean), numberJson(value->low), numberJson(value->high)}
                             : Json(nullptr));
    return list;
}

} // namespace

std::vector<ScaleGroup> scaleGroups(std::span<const PhotoScales> photos, GroupBy by) {
    std::map<std::string, std::vector<const PhotoScales*>> members;
    for (const PhotoScales& photo : photos)
        members[by == GroupBy::Group ? photo.group : photo.labelName].push_back(&photo);
    std::vector<ScaleGroup> groups;
    for (const auto& [name, own] : members)
        groups.push_back(groupOf(name, own));
    std::ranges::stable_sort(groups, {}, &ScaleGroup::bulkCentre);
    return groups;
}

std::vector<TwoSamples> compareGroups(std::span<const PhotoScales> photos, const std::string& first,
                                      const std::string& second) {
    std::vector<const PhotoScales*> a;
    std::vector<const PhotoScales*> b;
    for (const PhotoScales& photo : photos)
        if (photo.group == first)
            a.push_back(&photo);
        else if (photo.group == second)
            b.push_back(&photo);
    std::vector<TwoSamples> tests;
    for (const auto& [name, number] :
         {std::pair("log(1 + half sigma/0.5)", &halfOf), std::pair("log(1 + bulk centre/0.5)", &bulkCentreOf)}) {
        const auto ofA = valuesOf(a, number);
        const auto ofB = valuesOf(b, number);
        if (ofA.size() >= 2 && ofB.size() >= 2)
            tests.push_back(compared(name, ofA, ofB));
    }
    return tests;
}

Json groupsJson(std::span<const ScaleGroup> groups, std::span<const TwoSamples> tests, double curveEnd) {
    Json sigmas = Json::array();
    for (int i = 0; i < PhotoScales::curvePoints; ++i)
        sigmas.push_back(numberJson(sigmaAtLogScale(logScale(curveEnd) * i / (PhotoScales::curvePoints - 1))));
    Json list = Json::array();
    for (const ScaleGroup& group : groups)
        list.push_back({{"name", group.name},
                        {"photos", group.photos},
                        {"median_half_sigma", numberJson(group.medianHalfSigma)},
                        {"median_bulk", group.medianBulk
                                            ? Json{numberJson(group.medianBulk->from), numberJson(group.medianBulk->to)}
                                            : Json(nullptr)},
                        {"curve", meansJson(group.curve)},
                        {"octave_shares", meansJson(group.octaves)}});
    Json comparisons = Json::array();
    for (const TwoSamples& test : tests)
        comparisons.push_back({{"number", test.number},
                               {"difference", numberJson(test.difference)},
                               {"welch_t", numberJson(test.welchT)},
                               {"degrees_of_freedom", numberJson(test.degreesOfFreedom)},
                               {"welch_p", numberJson(test.welchP)},
                               {"permutation_p", numberJson(test.permutationP)}});
    return {{"format_version", 1},
            {"curve_sigmas", std::move(sigmas)},
            {"groups", std::move(list)},
            {"tests", std::move(comparisons)}};
}

} // namespace blurig
