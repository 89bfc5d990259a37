// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/sound_metrics.h"

#include "core/audio/listening.h"
#include "core/error.h"
#include "core/explain/clip_scores.h"
#include "core/model/class_ranking.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace blurig {

namespace {

// The clip with other samples.
Array scoresOf(const Model& model, const Clip& clip, const Array& samples, const std::stop_token& stop) {
    Sound sound = clip.sound;
    sound.samples = samples;
    return clipScores(model, clipOf(std::move(sound), clip.spec, stop), stop).clip;
}

std::vector<double> magnitudes(std::span<const float> values) {
    std::vector<double> result(values.size());
    std::ranges::transform(values, result.begin(), [](float value) { return std::abs(static_cast<double>(value)); });
    return result;
}

double total(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum;
}

constexpr std::array<SoundFigure, 7> figures{{
    {"AI", [](const SoundMetrics& m) { return m.increase; }},
    {"AD", [](const SoundMetrics& m) { return m.drop; }},
    {"AG", [](const SoundMetrics& m) { return m.gain; }},
    {"FF", [](const SoundMetrics& m) { return m.faithfulness; }},
    {"Fid-In", [](const SoundMetrics& m) { return m.inputFidelity ? 1.0 : 0.0; }},
    {"sparseness", [](const SoundMetrics& m) { return m.sparseness; }},
    {"complexity", [](const SoundMetrics& m) { return m.complexity; }},
}};

ClassIndex topClass(const Array& scores) {
    return bestClasses(scores.host(), 1).front();
}

} // namespace

double giniIndex(std::span<const float> values) {
    std::vector<double> sorted = magnitudes(values);
    std::ranges::sort(sorted);
    const double sum = total(sorted);
    if (!(sum > 0))
        return 0;
    const auto count = static_cast<double>(sorted.size());
    double weighted = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i)
        weighted += sorted[i] / sum * ((count - static_cast<double>(i) - 0.5) / count);
    return 1 - 2 * weighted;
}

double entropy(std::span<const float> values) {
    const std::vector<double> sizes = magnitudes(values);
    const double sum = total(sizes);
    double result = 0;
    for (const double size : sizes)
        if (size > 0)
            result -= size / sum * std::log(size / sum);
    return result;
}

std::span<const SoundFigure> soundFigures() {
    return figures;
}

SoundMetrics soundMetrics(const Model& model, const Clip& clip, const Array& scores, const Array& map,
                          const Target& target, const std::stop_token& stop) {
    const FrontEnd* frontEnd = frontEndOf(clip.spec);
    if (!frontEnd)
        throw Error(ErrorCode::ModelInput, model.file(), "takes waveforms, on which no mask of frequencies is defined",
                    "Choose a model of spectrograms");
    const Array mask = binMask(maskOf(map), *frontEnd);
    const Array& samples = clip.sound.samples;
    const Array heard = scoresOf(model, clip, masked(samples, mask, *frontEnd), stop);
    const Array rest = scoresOf(model, clip, masked(samples, remainder(mask), *frontEnd), stop);
    SoundMetrics metrics;
    const double p = scoreOf(scores, target);
    const double o = scoreOf(heard, target);
    metrics.score = p;
    metrics.maskedScore = o;
    metrics.restScore = scoreOf(rest, target);
    metrics.increase = o > p ? 100 : 0;
    metrics.drop = p > 0 ? 100 * std::max(0.0, p - o) / p : 0;
    metrics.gain = p < 1 ? 100 * std::max(0.0, o - p) / (1 - p) : 0;
    metrics.faithfulness = p - metrics.restScore;
    metrics.inputFidelity = topClass(scores) == topClass(heard);
    metrics.sparseness = giniIndex(mask.host());
    metrics.complexity = entropy(mask.host());
    return metrics;
}

} // namespace blurig
