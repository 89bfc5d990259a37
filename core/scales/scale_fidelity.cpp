// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/scale_fidelity.h"

#include "core/evaluate/rank_correlation.h"
#include "core/methods/seeded_random.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <numeric>

namespace blurig {

namespace {

using Profile = std::vector<double>; // a value an octave
using Profiles = std::vector<Profile>;

struct Measure {
    const char* name;
    Profile (*of)(const OctaveRemoval& removal, double (*value)(const ReducedScore&));
};

Profile dropWithout(const OctaveRemoval& removal, double (*value)(const ReducedScore&)) {
    Profile profile;
    for (const ReducedScore& reduced : removal.without)
        profile.push_back(value(removal.input) - value(reduced));
    return profile;
}

// The coarsest octave has nothing coarser to come to but the mean colour, which was not measured: left out, as NaN.
Profile addingFiner(const OctaveRemoval& removal, double (*value)(const ReducedScore&)) {
    Profile profile;
    for (std::size_t i = 0; i + 1 < removal.onlyFrom.size(); ++i)
        profile.push_back(value(removal.onlyFrom[i]) - value(removal.onlyFrom[i + 1]));
    return profile;
}

Profile addingCoarser(const OctaveRemoval& removal, double (*value)(const ReducedScore&)) {
    Profile profile;
    for (std::size_t i = 1; i < removal.onlyUpTo.size(); ++i)
        profile.push_back(value(removal.onlyUpTo[i]) - value(removal.onlyUpTo[i - 1]));
    return profile;
}

constexpr std::array measures{Measure{"without", dropWithout}, Measure{"adding-finer", addingFiner},
                              Measure{"adding-coarser", addingCoarser}};

double classScore(const ReducedScore& reduced) {
    return reduced.score;
}

double logit(const ReducedScore& reduced) {
    return *reduced.logit;
}

// The octaves that a measure has, of an attribution of all.
Profile fitting(const Profile& attribution, const char* measure, std::size_t count) {
    const bool fromSecond = std::string_view(measure) == "adding-coarser";
    const auto begin = attribution.begin() + (fromSecond ? 1 : 0);
    return {begin, begin + static_cast<std::ptrdiff_t>(std::min(count, attribution.size() - (fromSecond ? 1 : 0)))};
}

std::optional<MeanWithInterval> perPhoto(const Profiles& predicted, const Profiles& measured, int resamples) {
    std::vector<double> correlations;
    for (std::size_t i = 0; i < predicted.size(); ++i)
        if (const auto found = rankCorrelation(predicted[i], measured[i]))
            correlations.push_back(*found);
    return meanOf(correlations, resamples);
}

double meanAcross(const Profiles& predicted, const Profiles& measured, const std::vector<std::size_t>& photos) {
    double sum = 0;
    int octaves = 0;
    for (std::size_t octave = 0; octave < predicted.front().size(); ++octave) {
        std::vector<double> a;
        std::vector<double> b;
        for (const std::size_t photo : photos) {
            a.push_back(predicted[photo][octave]);
            b.push_back(measured[photo][octave]);
        }
        if (const auto found = rankCorrelation(a, b)) {
            sum += *found;
            ++octaves;
        }
    }
    return octaves > 0 ? sum / octaves : 0;
}

std::optional<MeanWithInterval> acrossPhotos(const Profiles& predicted, const Profiles& measured, int resamples) {
    if (predicted.size() < 3)
        return std::nullopt;
    std::vector<std::size_t> all(predicted.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    SeededRandom random(bootstrapSeed);
    std::vector<double> means;
    for (int i = 0; i < resamples; ++i)
        means.push_back(meanAcross(predicted, measured, resampled(all.size(), random)));
    const auto [low, high] = percentileInterval(std::move(means));
    return MeanWithInterval{meanAcross(predicted, measured, all), low, high, static_cast<int>(all.size())};
}

// Of each photo, the mean of the others.
Profiles priorOf(const Profiles& measured) {
    Profile sum(measured.front().size(), 0.0);
    for (const Profile& profile : measured)
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += profile[i];
    Profiles prior;
    for (const Profile& profile : measured) {
        Profile others = sum;
        for (std::size_t i = 0; i < sum.size(); ++i)
            others[i] = (sum[i] - profile[i]) / static_cast<double>(measured.size() - 1);
        prior.push_back(std::move(others));
    }
    return prior;
}

} // namespace

std::vector<Fidelity> scaleFidelity(std::span<const PhotoScales> photos, int resamples) {
    std::vector<Fidelity> figures;
    if (photos.size() < 2)
        return figures;
    const bool logits =
        std::ranges::all_of(photos, [](const PhotoScales& photo) { return photo.removal.input.logit.has_value(); });
    for (const auto& [scoreName, value] : {std::pair("class-score", &classScore), std::pair("logit", &logit)}) {
        if (value == &logit && !logits)
            continue;
        for (const Measure& measure : measures) {
            Profiles measured;
            for (const PhotoScales& photo : photos)
                measured.push_back(measure.of(photo.removal, value));
            const auto add = [&](const std::string& predictor, const Profiles& predicted, bool isPrior) {
                Fidelity figure{.predictor = predictor, .measured = measure.name, .score = scoreName};
                figure.perPhoto = perPhoto(predicted, measured, resamples);
                if (!isPrior)
                    figure.acrossPhotos = acrossPhotos(predicted, measured, resamples);
                figures.push_back(std::move(figure));
            };
            for (const auto& [method, sums] : photos.front().octaves) {
                Profiles ofSums;
                Profiles ofMagnitudes;
                for (const PhotoScales& photo : photos) {
                    const std::size_t count = measured.front().size();
                    ofSums.push_back(fitting(photo.octaves.at(method), measure.name, count));
                    ofMagnitudes.push_back(fitting(photo.magnitudes.at(method), measure.name, count));
                }
                add(method, ofSums, false);
                add(method + " magnitudes", ofMagnitudes, false);
            }
            add("prior", priorOf(measured), true);
        }
    }
    return figures;
}

Json fidelityJson(std::span<const Fidelity> figures) {
    Json list = Json::array();
    for (const Fidelity& figure : figures)
        list.push_back({{"predictor", figure.predictor},
                        {"measured", figure.measured},
                        {"score", figure.score},
                        {"per_photo", meanJson(figure.perPhoto)},
                        {"across_photos", meanJson(figure.acrossPhotos)}});
    return {{"format_version", 1}, {"figures", std::move(list)}};
}

} // namespace blurig
