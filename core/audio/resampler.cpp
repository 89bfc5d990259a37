// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/resampler.h"

#include <cmath>
#include <new>
#include <soxr.h>

namespace blurig {

struct Resampler::Stream {
    soxr_t handle = nullptr;

    Stream() = default;
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    ~Stream() { soxr_delete(handle); }
};

Resampler::Resampler(int fromRate, int toRate)
    : m_ratio(static_cast<double>(toRate) / fromRate) {
    if (fromRate == toRate)
        return;
    m_stream = std::make_unique<Stream>();
    const soxr_io_spec_t floats = soxr_io_spec(SOXR_FLOAT32_I, SOXR_FLOAT32_I);
    const soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
    const soxr_runtime_spec_t oneThread = soxr_runtime_spec(1);
    soxr_error_t error = nullptr;
    m_stream->handle = soxr_create(fromRate, toRate, 1, &error, &floats, &quality, &oneThread);
    if (error || !m_stream->handle) // rates are positive: only memory can lack
        throw std::bad_alloc();
}

Resampler::~Resampler() = default;

void Resampler::process(std::span<const float> samples, std::vector<float>& to) {
    constexpr std::size_t block = 65'536;
    const bool last = samples.empty();
    while (true) {
        const std::size_t before = to.size();
        to.resize(before + block);
        std::size_t used = 0;
        std::size_t made = 0;
        if (soxr_process(m_stream->handle, last ? nullptr : samples.data(), samples.size(), &used, to.data() + before,
                         block, &made))
            throw std::bad_alloc();
        to.resize(before + made);
        samples = samples.subspan(used);
        if (made < block && samples.empty())
            return;
    }
}

void Resampler::add(std::span<const float> samples, std::vector<float>& to) {
    m_added += samples.size();
    if (!m_stream)
        to.insert(to.end(), samples.begin(), samples.end());
    else if (!samples.empty())
        process(samples, to);
}

void Resampler::finish(std::vector<float>& to) {
    if (!m_stream)
        return;
    process({}, to);
    to.resize(static_cast<std::size_t>(std::ceil(static_cast<double>(m_added) * m_ratio)), 0.0F);
}

} // namespace blurig
