// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/sound_spec.h"

#include "core/audio/spectrogram.h"

#include <fmt/format.h>

#include <algorithm>

namespace blurig {

const FrontEnd* frontEndOf(const SoundSpec& spec) {
    return std::get_if<FrontEnd>(&spec.form);
}

int sampleRateOf(const SoundSpec& spec) {
    return std::visit([](const auto& form) { return form.sampleRate; }, spec.form);
}

double secondsPerStep(const SoundSpec& spec) {
    const FrontEnd* frontEnd = frontEndOf(spec);
    return frontEnd ? frontEnd->secondsPerFrame() : 1.0 / sampleRateOf(spec);
}

double secondsOf(const SoundSpec& spec) {
    return static_cast<double>(spec.patch.length) * secondsPerStep(spec);
}

ArrayLayout layoutOf(const SoundSpec& spec) {
    ArrayLayout layout;
    layout.channels = spec.channels;
    layout.range = spec.range;
    if (const FrontEnd* frontEnd = frontEndOf(spec))
        layout.axes = {frequencyAxis(*frontEnd), frameAxis(*frontEnd, spec.patch.length)};
    else
        layout.axes = {Axis{.name = "row", .size = 1, .unit = ""},
                       Axis{.name = "time", .size = spec.patch.length, .unit = "s", .step = secondsPerStep(spec)}};
    return layout;
}

std::string axisOrderFault(const std::string& order, const SoundSpec& spec) {
    const bool waveform = !frontEndOf(spec);
    std::string needed = waveform ? "NT" : "NFT";
    if (spec.channels > 1)
        needed += 'C';
    const std::string known = waveform ? "NC1T" : "NCFT";
    const bool fits =
        order.starts_with('N') &&
        std::ranges::all_of(
            order,
            [&](char axis) { return known.find(axis) != std::string::npos && std::ranges::count(order, axis) == 1; }) &&
        std::ranges::all_of(needed, [&](char axis) { return order.find(axis) != std::string::npos; });
    return fits ? "" : fmt::format("must begin with N and name each of {} once, of the axes {}", needed, known);
}

} // namespace blurig
