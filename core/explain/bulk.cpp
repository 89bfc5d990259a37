// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/bulk.h"

#include "core/path/blur_path.h"

#include <fmt/format.h>

namespace blurig {

std::optional<PositionInterval> bulkOf(const MethodState& state) {
    if (state.paths.empty() || state.noEvidence || !isOverSigma(state.paths.front()->path->description().kind))
        return std::nullopt;
    return bulkInterval(*state.paths.front());
}

double denseSigma(const PositionInterval& bulk) {
    return sigmaAtLogScale((logScale(bulk.from) + logScale(bulk.to)) / 2);
}

std::string bulkSentence(const PositionInterval& bulk, const std::string& target) {
    return bulkSentence(target, fmt::format("{:.2g}", bulk.to), fmt::format("{:.2g} px", bulk.from));
}

std::string bulkSentence(const std::string& target, const std::string& from, const std::string& to) {
    return fmt::format("Coming from blur, {:.0f} % of the change of the score for {} happens between sigma {} and {}",
                       100 * bulkShare, target, from, to);
}

} // namespace blurig
