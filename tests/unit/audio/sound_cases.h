// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <filesystem>
#include <vector>

namespace blurig::test {

// A sinusoid of this many Hz.
std::vector<float> tone(double hertz, int rate, double seconds, double amplitude = 0.5);

// Interleaved samples; `kind` is libsndfile's format ("SF_FORMAT_FLAC | SF_FORMAT_PCM_16").
void writeSound(const std::filesystem::path& file, int kind, int rate, int channels, const std::vector<float>& samples);

void writeBytes(const std::filesystem::path& file, const std::vector<char>& bytes);
std::vector<char> bytesOf(const std::filesystem::path& file);

double level(const Array& samples);                 // root mean square
double levelAt(const Array& samples, double hertz); // amplitude of one frequency
Array samplesOf(const std::vector<float>& values, int rate);

} // namespace blurig::test
