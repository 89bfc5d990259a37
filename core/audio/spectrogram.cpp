// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/spectrogram.h"

#include "core/array/torch_access.h"
#include "core/audio/mel_weights.h"
#include "core/audio/transform.h"
#include "core/error.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/real.h>
#include <ATen/ops/stft.h>
#include <ATen/ops/view_as_real.h>
#include <ATen/ops/zeros.h>
#include <ATen/TensorOperators.h>
#include <c10/core/GradMode.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace blurig {
namespace {

constexpr std::int64_t framesTogether = 256;

at::Tensor compressed(const at::Tensor& p, const FrontEnd& frontEnd) {
    switch (frontEnd.compression) {
    case Compression::None:
        return p;
    case Compression::Log:
        return (p * frontEnd.factor + frontEnd.offset).log();
    case Compression::Log10:
        return (p * frontEnd.factor + frontEnd.offset).log10();
    case Compression::Decibel:
        break;
    }
    return p.clamp_min(frontEnd.offset).log10() * (frontEnd.power == 2 ? 10.0 : 20.0);
}

// The rest is the same for each block of frames.
class Blocks {
public:
    explicit Blocks(const FrontEnd& frontEnd)
        : m_frontEnd(frontEnd)
        , m_window(windowOf(frontEnd, at::kDouble))
        , m_weights(frontEnd.melBands > 0 ? melWeights(frontEnd) : at::Tensor()) {}

    // Frames first to first + count of padded samples: bands x count.
    at::Tensor block(const at::Tensor& padded, std::int64_t first, std::int64_t count) const {
        const std::int64_t length = (count - 1) * m_frontEnd.hop + m_frontEnd.fftSize;
        const at::Tensor samples = padded.narrow(0, first * m_frontEnd.hop, length).to(at::kDouble);
        const at::Tensor parts = at::view_as_real(at::stft(samples, m_frontEnd.fftSize, m_frontEnd.hop,
                                                           m_frontEnd.windowLength, m_window, false, true, true));
        at::Tensor p = parts.square().sum(-1); // bins x count
        if (m_frontEnd.power == 1)
            p = p.sqrt();
        if (m_weights.defined())
            p = at::matmul(m_weights, p);
        return compressed(p, m_frontEnd).to(at::kFloat);
    }

private:
    const FrontEnd& m_frontEnd;
    at::Tensor m_window;
    at::Tensor m_weights;
};

} // namespace

Axis frequencyAxis(const FrontEnd& frontEnd) {
    if (frontEnd.melBands > 0)
        return {.name = "frequency", .size = frontEnd.melBands, .unit = "mel band"};
    return {.name = "frequency",
            .size = frontEnd.bands(),
            .unit = "Hz",
            .step = static_cast<double>(frontEnd.sampleRate) / frontEnd.fftSize};
}

Axis frameAxis(const FrontEnd& frontEnd, std::int64_t frames) {
    return {.name = "time", .size = frames, .unit = "s", .step = frontEnd.secondsPerFrame()};
}

float silence(const FrontEnd& frontEnd) {
    return compressed(at::zeros({1}, at::kDouble), frontEnd).to(at::kFloat).item<float>();
}

std::string formulaText(const FrontEnd& frontEnd) {
    const std::string p = frontEnd.factor == 1 ? "p" : fmt::format("{} p", frontEnd.factor);
    switch (frontEnd.compression) {
    case Compression::None:
        return "p";
    case Compression::Log:
        return fmt::format("ln({} + {})", p, frontEnd.offset);
    case Compression::Log10:
        return fmt::format("log10({} + {})", p, frontEnd.offset);
    case Compression::Decibel:
        break;
    }
    return fmt::format("{} log10(max(p, {}))", frontEnd.power == 2 ? 10 : 20, frontEnd.offset);
}

Array spectrogram(const Array& samples, const FrontEnd& frontEnd, const std::stop_token& stop,
                  const std::function<void(double)>& progress) {
    const c10::AutoGradMode noGradients(false);
    const at::Tensor padded = paddedSamples(tensorOf(samples).flatten(), frontEnd);
    const std::int64_t frames = 1 + (padded.size(0) - frontEnd.fftSize) / frontEnd.hop;
    const Blocks blocks(frontEnd);
    at::Tensor result = at::empty({1, frontEnd.bands(), frames}, at::kFloat);
    for (std::int64_t first = 0; first < frames; first += framesTogether) {
        if (stop.stop_requested())
            throw Cancelled();
        const std::int64_t count = std::min(framesTogether, frames - first);
        result[0].narrow(1, first, count).copy_(blocks.block(padded, first, count));
        if (progress)
            progress(static_cast<double>(first + count) / static_cast<double>(frames));
    }
    ArrayLayout layout{.channels = 1,
                       .axes = {frequencyAxis(frontEnd), frameAxis(frontEnd, frames)},
                       .range = {0, 1, formulaText(frontEnd)}};
    return arrayOf(std::move(result), std::move(layout));
}

} // namespace blurig
