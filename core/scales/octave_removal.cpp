// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/octave_removal.h"

#include "core/array/torch_access.h"
#include "core/model/score_name.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>

namespace blurig {

namespace {

// Which octaves a picture keeps, a bit each.
using Kept = std::uint32_t;

class ReducedPictures {
public:
    ReducedPictures(const Array& input, const std::vector<double>& axisWeights)
        : m_input(input)
        , m_parts(octaveParts(input, axisWeights)) {}

    std::size_t octaves() const { return m_parts.octaves.size(); }
    Kept all() const { return (Kept{1} << octaves()) - 1; }

    Array picture(Kept kept) const {
        if (kept == all())
            return m_input;
        at::Tensor sum = tensorOf(m_parts.mean).to(at::kDouble).clone();
        for (std::size_t octave = 0; octave < octaves(); ++octave)
            if ((kept >> octave & 1U) != 0)
                sum.add_(tensorOf(m_parts.octaves[octave]));
        return arrayOf(sum.to(tensorOf(m_input).scalar_type()), m_input.layout());
    }

private:
    Array m_input;
    OctaveParts m_parts;
};

// In batches of what the model runs together.
std::vector<ReducedScore> scoresOf(const Model& model, const ReducedPictures& pictures, const std::vector<Kept>& wanted,
                                   const Target& target, Sink& sink, const std::stop_token& stop) {
    const bool logits = hasLogits(model.card().output);
    const auto together = static_cast<std::size_t>(model.rowsTogether());
    std::vector<ReducedScore> scores;
    for (std::size_t from = 0; from < wanted.size(); from += together) {
        beginBatch(sink, stop);
        std::vector<Array> batch;
        for (std::size_t i = from; i < std::min(from + together, wanted.size()); ++i)
            batch.push_back(pictures.picture(wanted[i]));
        const Evaluation found =
            model.evaluateForward(stacked(batch), target, logits ? Score::Logit : Score::ClassScore);
        for (std::size_t i = 0; i < batch.size(); ++i)
            scores.push_back({.score = scoreOf(found.classScores[i], target),
                              .logit = logits ? std::optional(found.values[i]) : std::nullopt,
                              .clipped = clippedShare(batch[i])});
    }
    return scores;
}

// Of `count` players, by the values of all coalitions.
std::vector<double> shapley(std::size_t count, const std::vector<double>& valueOf) {
    std::vector<double> weightOf(count); // |S|! (n - |S| - 1)! / n!
    for (std::size_t size = 0; size < count; ++size)
        weightOf[size] =
            std::exp(std::lgamma(static_cast<double>(size + 1)) + std::lgamma(static_cast<double>(count - size)) -
                     std::lgamma(static_cast<double>(count + 1)));
    std::vector<double> values(count, 0.0);
    for (Kept kept = 0; kept < valueOf.size(); ++kept)
        for (std::size_t player = 0; player < count; ++player)
            if (const Kept own = Kept{1} << player; (kept & own) == 0)
                values[player] +=
                    weightOf[static_cast<std::size_t>(std::popcount(kept))] * (valueOf[kept | own] - valueOf[kept]);
    return values;
}

} // namespace

Array withoutPart(const Array& input, const Array& part) {
    return arrayOf(tensorOf(input).sub(tensorOf(part)).to(tensorOf(input).scalar_type()), input.layout());
}

double clippedShare(const Array& picture) {
    constexpr float rounding = 1e-4F;
    const ValueRange& range = picture.layout().range;
    const float slack = rounding * static_cast<float>(range.high - range.low);
    const float low = static_cast<float>(range.low) - slack;
    const float high = static_cast<float>(range.high) + slack;
    const auto values = picture.host();
    const auto outside = std::ranges::count_if(values, [=](float value) { return value < low || value > high; });
    return static_cast<double>(outside) / static_cast<double>(values.size());
}

OctaveRemoval removeOctaves(const Model& model, const Array& input, const std::vector<double>& axisWeights,
                            const Target& target, Sink& sink, const std::stop_token& stop) {
    const ReducedPictures pictures(input, axisWeights);
    const std::size_t octaves = pictures.octaves();
    std::vector<Kept> wanted{pictures.all()};
    for (std::size_t octave = 0; octave < octaves; ++octave)
        wanted.push_back(pictures.all() & ~(Kept{1} << octave));
    for (std::size_t octave = 0; octave + 1 < octaves; ++octave) // the octave and the finer ones, then the coarser ones
        wanted.push_back((Kept{2} << octave) - 1);
    for (std::size_t octave = 0; octave + 1 < octaves; ++octave)
        wanted.push_back(pictures.all() & ~((Kept{2} << octave) - 1));

    const std::vector<ReducedScore> scores = scoresOf(model, pictures, wanted, target, sink, stop);
    OctaveRemoval removal{.bands = octaveBands(input.layout(), axisWeights), .input = scores.front()};
    removal.forwards = static_cast<int>(scores.size());
    auto next = scores.begin() + 1;
    const auto take = [&next](std::vector<ReducedScore>& to, std::size_t count) {
        to.insert(to.end(), next, next + static_cast<std::ptrdiff_t>(count));
        next += static_cast<std::ptrdiff_t>(count);
    };
    if (octaves == 0)
        return removal;
    take(removal.without, octaves);
    take(removal.onlyUpTo, octaves - 1);
    removal.onlyUpTo.push_back(removal.input);
    removal.onlyFrom.push_back(removal.input);
    take(removal.onlyFrom, octaves - 1);
    return removal;
}

OctaveShapley shapleyOfOctaves(const Model& model, const Array& input, const std::vector<double>& axisWeights,
                               const Target& target, Sink& sink, const std::stop_token& stop) {
    const ReducedPictures pictures(input, axisWeights);
    std::vector<Kept> coalitions(std::size_t{pictures.all()} + 1);
    for (Kept kept = 0; kept < coalitions.size(); ++kept)
        coalitions[kept] = kept;
    const std::vector<ReducedScore> found = scoresOf(model, pictures, coalitions, target, sink, stop);
    std::vector<double> scores;
    std::vector<double> logits;
    for (const ReducedScore& reduced : found) {
        scores.push_back(reduced.score);
        if (reduced.logit)
            logits.push_back(*reduced.logit);
    }
    OctaveShapley result{.scores = shapley(pictures.octaves(), scores), .forwards = static_cast<int>(found.size())};
    if (!logits.empty())
        result.logits = shapley(pictures.octaves(), logits);
    return result;
}

} // namespace blurig
