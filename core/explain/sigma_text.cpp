// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/sigma_text.h"

#include "core/audio/mel_bands.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace blurig {

namespace {

constexpr double referenceHertz = 1000;

std::string number(double value) {
    const double size = std::abs(value);
    return fmt::format("{:.{}f}", value, value == 0 || size >= 10 ? 0 : size >= 1 ? 1 : 2);
}

// From one band to the next, around 1 kHz.
double hertzPerBand(const FrontEnd& frontEnd) {
    const std::vector<double> centres = bandCentres(frontEnd);
    if (centres.size() < 2)
        return 0;
    const auto above = std::ranges::lower_bound(centres, referenceHertz);
    const auto at = std::clamp<std::ptrdiff_t>(above - centres.begin(), 1, std::ssize(centres) - 1);
    return centres[static_cast<std::size_t>(at)] - centres[static_cast<std::size_t>(at - 1)];
}

std::string frequencyText(const FrontEnd& frontEnd, double sigma) {
    if (frontEnd.melBands == 0)
        return fmt::format("bins ({} Hz)", number(sigma * hertzPerBand(frontEnd)));
    return fmt::format("mel bands ({} Hz at 1 kHz)", number(sigma * hertzPerBand(frontEnd)));
}

} // namespace

std::string sigmaText(const Subject& subject, double sigma) {
    if (!subject.clip)
        return number(sigma) + " px";
    const SoundSpec& spec = subject.clip->spec;
    const FrontEnd* frontEnd = frontEndOf(spec);
    const std::string time =
        fmt::format("{} ({} ms)", frontEnd ? "frames" : "samples", number(1000 * sigma * secondsPerStep(spec)));
    const BlurredAxes axes = subject.blurred;
    if (!frontEnd || axes == BlurredAxes::Time)
        return fmt::format("{} {}", number(sigma), time);
    const std::string frequency = frequencyText(*frontEnd, sigma);
    return fmt::format("{} {}", number(sigma), axes == BlurredAxes::Frequency ? frequency : frequency + " and " + time);
}

std::string sigmaAxis(const Subject& subject) {
    return subject.clip ? "sigma, steps of the input" : "sigma, px of the model";
}

} // namespace blurig
