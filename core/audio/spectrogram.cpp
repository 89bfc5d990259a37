// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/spectrogram.h"

#include "core/array/torch_access.h"
#include "core/audio/mel_weights.h"
#include "core/audio/transform.h"
#include "core/error.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/stft.h>
#include <ATen/ops/view_as_real.h>
#include <ATen/ops/zeros.h>
#include <ATen/TensorOperators.h>
#include <c10/core/GradMode.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

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

// A mel band, or a bin where there are none: the weights of the bins from `first` on.
struct Band {
    std::int64_t first = 0;
    std::vector<double> weights;
};

std::vector<Band> bandsOf(const FrontEnd& frontEnd) {
    std::vector<Band> bands(static_cast<std::size_t>(frontEnd.bands()));
    if (frontEnd.melBands == 0) {
        for (std::size_t bin = 0; bin < bands.size(); ++bin)
            bands[bin] = {static_cast<std::int64_t>(bin), {1.0}};
        return bands;
    }
    const at::Tensor table = melWeights(frontEnd);
    const std::int64_t bins = table.size(1);
    const double* row = table.data_ptr<double>();
    for (Band& band : bands) {
        const auto covered = [row](std::int64_t bin) { return row[bin] > 0; };
        std::int64_t end = bins;
        while (band.first < bins && !covered(band.first))
            ++band.first;
        while (end > band.first && !covered(end - 1))
            --end;
        band.weights.assign(row + band.first, row + end);
        row += bins;
    }
    return bands;
}

// The rest is the same for each block of frames. Sums over bands have a fixed order and so the same bits everywhere,
// which matrix products have not.
class Blocks {
public:
    explicit Blocks(const FrontEnd& frontEnd)
        : m_frontEnd(frontEnd)
        , m_window(windowOf(frontEnd, at::kDouble))
        , m_bands(bandsOf(frontEnd)) {}

    // Frames first to first + count of padded samples: count x bands.
    at::Tensor block(const at::Tensor& padded, std::int64_t first, std::int64_t count) const {
        const std::int64_t length = (count - 1) * m_frontEnd.hop + m_frontEnd.fftSize;
        const at::Tensor samples = padded.narrow(0, first * m_frontEnd.hop, length).to(at::kDouble);
        const at::Tensor transform =
            at::stft(samples, m_frontEnd.fftSize, m_frontEnd.hop, m_frontEnd.windowLength, m_window, false, true, true);
        const at::Tensor parts = at::view_as_real(transform.transpose(0, 1).contiguous()); // frames x bins x 2
        at::Tensor sums = at::empty({count, m_frontEnd.bands()}, at::kDouble);
        std::vector<double> p(static_cast<std::size_t>(parts.size(1)));
        const double* part = parts.data_ptr<double>();
        double* sum = sums.data_ptr<double>();
        for (std::int64_t frame = 0; frame < count; ++frame) {
            for (double& value : p) {
                value = part[0] * part[0] + part[1] * part[1];
                part += 2;
            }
            if (m_frontEnd.power == 1)
                std::ranges::transform(p, p.begin(), [](double value) { return std::sqrt(value); });
            for (const Band& band : m_bands)
                *sum++ = std::inner_product(band.weights.begin(), band.weights.end(), p.begin() + band.first, 0.0);
        }
        return compressed(sums, m_frontEnd).to(at::kFloat);
    }

private:
    const FrontEnd& m_frontEnd;
    at::Tensor m_window;
    std::vector<Band> m_bands;
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
        result[0].narrow(1, first, count).copy_(blocks.block(padded, first, count).t());
        if (progress)
            progress(static_cast<double>(first + count) / static_cast<double>(frames));
    }
    ArrayLayout layout{.channels = 1,
                       .axes = {frequencyAxis(frontEnd), frameAxis(frontEnd, frames)},
                       .range = {0, 1, formulaText(frontEnd)}};
    return arrayOf(std::move(result), std::move(layout));
}

} // namespace blurig
