// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/blurred_axes.h"

#include "core/error.h"
#include "core/words.h"

#include <fmt/format.h>

namespace blurig {

namespace {

constexpr Words<BlurredAxes, 3> axesWords{
    {{BlurredAxes::Both, "both"}, {BlurredAxes::Frequency, "frequency"}, {BlurredAxes::Time, "time"}}};

} // namespace

std::string_view name(BlurredAxes axes) {
    return wordOf(axesWords, axes);
}

BlurredAxes parseBlurredAxes(std::string_view text) {
    if (const auto axes = valueOf(axesWords, text))
        return *axes;
    throw Error(ErrorCode::Argument, "", fmt::format("\"{}\" is not an axis", text),
                fmt::format("Use {}", listOf(axesWords)));
}

std::vector<double> axisWeights(BlurredAxes axes, const SoundSpec& spec) {
    if (axes == BlurredAxes::Frequency && !frontEndOf(spec))
        throw Error(ErrorCode::Argument, "", "the model takes waveforms, which have no axis of frequency", "Use time");
    return {axes == BlurredAxes::Time ? 0.0 : 1.0, axes == BlurredAxes::Frequency ? 0.0 : 1.0};
}

} // namespace blurig
