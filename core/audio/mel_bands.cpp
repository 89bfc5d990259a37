// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/mel_bands.h"

#include <cmath>

namespace blurig {
namespace {

// Slaney's Auditory Toolbox: linear to 1 kHz, then 27 steps for each factor of 6.4.
constexpr double linearStep = 200.0 / 3;
constexpr double cornerHertz = 1000;
constexpr double cornerMel = cornerHertz / linearStep;
const double logStep = std::log(6.4) / 27;

} // namespace

double hertzToMel(double hertz, MelScale scale) {
    if (scale == MelScale::Htk)
        return 2595 * std::log10(1 + hertz / 700);
    return hertz < cornerHertz ? hertz / linearStep : cornerMel + std::log(hertz / cornerHertz) / logStep;
}

double melToHertz(double mel, MelScale scale) {
    if (scale == MelScale::Htk)
        return 700 * (std::pow(10.0, mel / 2595) - 1);
    return mel < cornerMel ? mel * linearStep : cornerHertz * std::exp(logStep * (mel - cornerMel));
}

std::vector<double> bandEdges(const FrontEnd& frontEnd) {
    const double from = hertzToMel(frontEnd.lowest, frontEnd.scale);
    const double to = hertzToMel(frontEnd.highestHertz(), frontEnd.scale);
    const int count = frontEnd.melBands + 2;
    std::vector<double> result;
    for (int i = 0; i < count; ++i)
        result.push_back(melToHertz(from + (to - from) * i / (count - 1), frontEnd.scale));
    return result;
}

std::vector<double> bandCentres(const FrontEnd& frontEnd) {
    if (frontEnd.melBands > 0) {
        const std::vector<double> all = bandEdges(frontEnd);
        return {all.begin() + 1, all.end() - 1};
    }
    std::vector<double> centres;
    for (int bin = 0; bin < frontEnd.bands(); ++bin)
        centres.push_back(static_cast<double>(bin) * frontEnd.sampleRate / frontEnd.fftSize);
    return centres;
}

} // namespace blurig
