// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/clip_scores.h"

#include "core/error.h"

#include <algorithm>

namespace blurig {

namespace {

constexpr std::size_t patchesTogether = 16;

Array meanOf(const std::vector<Array>& rows) {
    std::vector<double> sum(rows.front().host().size());
    for (const Array& row : rows)
        std::ranges::transform(sum, row.host(), sum.begin(),
                               [](double before, float score) { return before + static_cast<double>(score); });
    std::vector<float> mean(sum.size());
    std::ranges::transform(sum, mean.begin(), [count = static_cast<double>(rows.size())](double total) {
        return static_cast<float>(total / count);
    });
    return Array::fromHost(rows.front().layout(), std::move(mean));
}

} // namespace

ClipScores clipScores(const Model& model, const Clip& clip, const std::stop_token& stop,
                      const std::function<void(double)>& progress) {
    ClipScores scores;
    for (std::size_t first = 0; first < clip.patches.size(); first += patchesTogether) {
        if (stop.stop_requested())
            throw Cancelled();
        std::vector<Array> inputs;
        for (std::size_t i = first; i < std::min(first + patchesTogether, clip.patches.size()); ++i)
            inputs.push_back(patchInput(clip, i));
        for (Array& row : model.classScores(stacked(inputs)))
            scores.patches.push_back(std::move(row));
        if (progress)
            progress(static_cast<double>(scores.patches.size()) / static_cast<double>(clip.patches.size()));
    }
    scores.clip = meanOf(scores.patches);
    return scores;
}

std::size_t bestPatch(const ClipScores& scores, const Target& target) {
    const auto best =
        std::ranges::max_element(scores.patches, {}, [&target](const Array& patch) { return scoreOf(patch, target); });
    return static_cast<std::size_t>(best - scores.patches.begin());
}

} // namespace blurig
