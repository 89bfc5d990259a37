// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/place_text.h"

#include "core/audio/mel_bands.h"

#include <fmt/format.h>

namespace blurig {

namespace {

std::string hertzText(double hertz) {
    return hertz < 1000 ? fmt::format("{:.0f} Hz", hertz) : fmt::format("{:.2f} kHz", hertz / 1000);
}

} // namespace

std::string placeText(const Subject& subject, std::int64_t row, std::int64_t column) {
    if (!subject.clip)
        return fmt::format("x {}, y {}", column, row);
    const Clip& clip = *subject.clip;
    const double seconds = startOf(clip, subject.patch) + static_cast<double>(column) * secondsPerStep(clip.spec);
    const FrontEnd* frontEnd = frontEndOf(clip.spec);
    if (!frontEnd)
        return fmt::format("{:.4f} s", seconds);
    const std::vector<double> centres = bandCentres(*frontEnd);
    return fmt::format("{}, {:.2f} s", hertzText(centres.at(static_cast<std::size_t>(row))), seconds);
}

} // namespace blurig
