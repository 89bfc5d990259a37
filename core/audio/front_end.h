// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace blurig {

constexpr int greatestRate = 384'000; // Hz, of samples

enum class MelScale { Slaney, Htk };
enum class MelNorm { None, Slaney };                  // Slaney: each band has the area 1
enum class WindowKind { Hann, Hamming, Rectangular }; // periodic, as for spectra
enum class Centring { None, Reflect, Constant };      // frame i is centred on sample i hop, and how the ends are padded
enum class Compression {
    None,
    Log,     // ln(factor p + offset)
    Log10,   // log10(factor p + offset)
    Decibel, // 10 log10(max(p, offset)) of powers, 20 log10 of magnitudes
};

// How samples become what a model sees: bands x frames. p is the power or the magnitude of the short-time Fourier
// transform, summed over the triangular mel bands where there are any.
struct FrontEnd {
    int sampleRate = 16'000; // Hz
    int windowLength = 512;  // samples, centred in the transform
    int hop = 256;           // samples
    int fftSize = 512;       // samples
    int melBands = 96;       // 0: the bins of the transform themselves, fftSize / 2 + 1
    double lowest = 0;       // Hz, where the first band begins
    double highest = 0;      // Hz, where the last ends; 0: half of the sampling rate
    MelScale scale = MelScale::Slaney;
    MelNorm norm = MelNorm::Slaney;
    WindowKind window = WindowKind::Hann;
    Centring centring = Centring::Constant;
    int power = 2; // 1: magnitudes
    Compression compression = Compression::Log10;
    double factor = 10'000;
    double offset = 1;

    int bands() const { return melBands > 0 ? melBands : fftSize / 2 + 1; }
    double highestHertz() const { return highest > 0 ? highest : 0.5 * sampleRate; }
    double secondsPerFrame() const { return static_cast<double>(hop) / sampleRate; }
    bool operator==(const FrontEnd&) const = default;
};

std::string formulaText(const FrontEnd& frontEnd); // "log10(10000 p + 1)"

} // namespace blurig
