// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/audio/sound_cases.h"

#include "core/audio/sound.h"

#include <cmath>
#include <complex>
#include <fstream>
#include <iterator>
#include <numbers>
#include <sndfile.h>
#include <stdexcept>

namespace blurig::test {

std::vector<float> tone(double hertz, int rate, double seconds, double amplitude) {
    std::vector<float> samples(static_cast<std::size_t>(std::llround(seconds * rate)));
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = static_cast<float>(
            amplitude * std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / static_cast<double>(rate)));
    return samples;
}

void writeSound(const std::filesystem::path& file, int kind, int rate, int channels,
                const std::vector<float>& samples) {
    SF_INFO info{};
    info.samplerate = rate;
    info.channels = channels;
    info.format = kind;
    SNDFILE* opened = sf_open(file.c_str(), SFM_WRITE, &info);
    if (!opened)
        throw std::runtime_error(sf_strerror(nullptr));
    sf_write_float(opened, samples.data(), static_cast<sf_count_t>(samples.size()));
    sf_close(opened);
}

void writeBytes(const std::filesystem::path& file, const std::vector<char>& bytes) {
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::vector<char> bytesOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

double level(const Array& samples) {
    double sum = 0;
    for (const float sample : samples.host())
        sum += static_cast<double>(sample) * static_cast<double>(sample);
    return std::sqrt(sum / static_cast<double>(samples.host().size()));
}

double levelAt(const Array& samples, double hertz) {
    const double step = samples.layout().axes.back().step;
    std::complex<double> sum = 0;
    double at = 0;
    for (const float sample : samples.host()) {
        sum += static_cast<double>(sample) * std::polar(1.0, -2 * std::numbers::pi * hertz * at);
        at += step;
    }
    return 2 * std::abs(sum) / static_cast<double>(samples.host().size());
}

Array samplesOf(const std::vector<float>& values, int rate) {
    return soundOf(values, rate, "test").samples;
}

} // namespace blurig::test
