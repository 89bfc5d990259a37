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

std::string hertzText(const FrontEnd& frontEnd, double sigma) {
    return fmt::format("{} Hz{}", number(sigma * hertzPerBand(frontEnd)), frontEnd.melBands == 0 ? "" : " at 1 kHz");
}

std::string frequencyText(const FrontEnd& frontEnd, double sigma) {
    return fmt::format("{} ({})", frontEnd.melBands == 0 ? "bins" : "mel bands", hertzText(frontEnd, sigma));
}

std::string milliseconds(const SoundSpec& spec, double sigma) {
    return number(1000 * sigma * secondsPerStep(spec)) + " ms";
}

} // namespace

std::string sigmaInUnits(const Subject& subject, double sigma) {
    const SoundSpec& spec = subject.clip->spec;
    const FrontEnd* frontEnd = frontEndOf(spec);
    if (!frontEnd || subject.blurred == BlurredAxes::Time)
        return milliseconds(spec, sigma);
    const std::string frequency = hertzText(*frontEnd, sigma);
    return subject.blurred == BlurredAxes::Frequency ? frequency : frequency + ", " + milliseconds(spec, sigma);
}

std::string sigmaUnit(const Subject& subject) {
    if (!subject.clip)
        return "px";
    if (!frontEndOf(subject.clip->spec))
        return "samples";
    switch (subject.blurred) {
    case BlurredAxes::Frequency:
        return "bands";
    case BlurredAxes::Time:
        return "frames";
    case BlurredAxes::Both:
        break;
    }
    return "bins";
}

std::string sigmaText(const Subject& subject, double sigma) {
    if (!subject.clip)
        return number(sigma) + " px";
    const SoundSpec& spec = subject.clip->spec;
    const FrontEnd* frontEnd = frontEndOf(spec);
    const std::string time = fmt::format("{} ({})", frontEnd ? "frames" : "samples", milliseconds(spec, sigma));
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
