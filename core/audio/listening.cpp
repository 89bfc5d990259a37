// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/listening.h"

#include "core/array/torch_access.h"
#include "core/audio/mel_bands.h"
#include "core/audio/mel_weights.h"
#include "core/audio/transform.h"

#include <ATen/ops/arange.h>
#include <ATen/ops/istft.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/stft.h>
#include <ATen/ops/where.h>
#include <ATen/TensorOperators.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <cmath>

namespace blurig {
namespace {

// For each bin the band whose centre is nearest.
at::Tensor nearestBands(const FrontEnd& frontEnd) {
    const std::vector<double> centres = bandCentres(frontEnd);
    at::Tensor nearest = at::arange(frontEnd.fftSize / 2 + 1, at::kLong);
    auto* place = nearest.data_ptr<std::int64_t>();
    for (std::int64_t bin = 0; bin < nearest.size(0); ++bin) {
        const double hertz = static_cast<double>(bin) * frontEnd.sampleRate / frontEnd.fftSize;
        const auto found =
            std::ranges::min_element(centres, {}, [hertz](double centre) { return std::abs(centre - hertz); });
        place[bin] = found - centres.begin();
    }
    return nearest;
}

// For each frame of the transform for listening, the front end's frame whose centre is nearest.
at::Tensor nearestFrames(std::int64_t frames, const FrontEnd& listening, const FrontEnd& frontEnd, std::int64_t held) {
    at::Tensor nearest = at::arange(frames, at::kLong);
    auto* place = nearest.data_ptr<std::int64_t>();
    const double firstCentre = frontEnd.centring == Centring::None ? 0.5 * frontEnd.fftSize : 0;
    for (std::int64_t frame = 0; frame < frames; ++frame) {
        const double centre = static_cast<double>(frame) * listening.hop;
        const auto of = static_cast<std::int64_t>(std::llround((centre - firstCentre) / frontEnd.hop));
        place[frame] = std::clamp<std::int64_t>(of, 0, held - 1);
    }
    return nearest;
}

// By sorting: the quantile of LibTorch takes at most 2^24 values.
double quantileOf(const at::Tensor& values, double share) {
    const at::Tensor sorted = std::get<0>(values.flatten().sort());
    const double at = share * static_cast<double>(sorted.size(0) - 1);
    const auto below = static_cast<std::int64_t>(at);
    const double low = sorted[below].item<double>();
    const double high = sorted[std::min(below + 1, sorted.size(0) - 1)].item<double>();
    return low + (at - static_cast<double>(below)) * (high - low);
}

} // namespace

Array maskOf(const Array& map, double percentile) {
    const at::Tensor positive = tensorOf(map).to(at::kDouble).sum(0, true).clamp_min(0);
    const double top = quantileOf(positive, percentile / 100);
    // A map of few cells may have nothing at the percentile.
    const double divisor = top > 0 ? top : positive.max().item<double>();
    const at::Tensor mask = divisor > 0 ? (positive / divisor).clamp_max(1) : positive;
    ArrayLayout layout = map.layout();
    layout.channels = 1;
    layout.range = {0, 1, ""};
    return arrayOf(mask.to(at::kFloat), std::move(layout));
}

Array binMask(const Array& bandMask, const FrontEnd& frontEnd) {
    FrontEnd bins = frontEnd;
    bins.melBands = 0;
    ArrayLayout layout = bandMask.layout();
    layout.axes.front() = Axis{.name = "frequency",
                               .size = bins.bands(),
                               .unit = "Hz",
                               .step = static_cast<double>(frontEnd.sampleRate) / frontEnd.fftSize};
    if (frontEnd.melBands == 0)
        return bandMask;
    const at::Tensor mask = tensorOf(bandMask)[0].to(at::kDouble); // bands x time
    const at::Tensor weights = melWeights(frontEnd);
    const at::Tensor total = weights.sum(0).unsqueeze(1); // bins x 1
    const at::Tensor mean = at::matmul(weights.t(), mask) / total.clamp_min(1e-300);
    const at::Tensor result = at::where(total > 0, mean, mask.index_select(0, nearestBands(frontEnd)));
    return arrayOf(result.to(at::kFloat).unsqueeze(0), std::move(layout));
}

FrontEnd listeningFrontEnd(const FrontEnd& frontEnd) {
    FrontEnd listening = frontEnd;
    listening.centring = Centring::Reflect;
    listening.hop = std::min(frontEnd.hop, std::max(1, frontEnd.windowLength / 2));
    return listening;
}

Array masked(const Array& samples, const Array& binMask, const FrontEnd& frontEnd) {
    const c10::AutoGradMode noGradients(false);
    const FrontEnd listening = listeningFrontEnd(frontEnd);
    const at::Tensor signal = tensorOf(samples).flatten().to(at::kDouble);
    const at::Tensor window = windowOf(listening, at::kDouble);
    const at::Tensor spectrum = at::stft(paddedSamples(signal, listening), listening.fftSize, listening.hop,
                                         listening.windowLength, window, false, true, true);
    const at::Tensor mask = tensorOf(binMask)[0].to(at::kDouble);
    const at::Tensor frames = nearestFrames(spectrum.size(1), listening, frontEnd, mask.size(1));
    const at::Tensor heard = at::istft(spectrum * mask.index_select(1, frames), listening.fftSize, listening.hop,
                                       listening.windowLength, window, true, false, true, signal.size(0));
    return arrayOf(heard.to(at::kFloat).view(tensorOf(samples).sizes()), samples.layout());
}

Array remainder(const Array& mask) {
    return arrayOf(1 - tensorOf(mask), mask.layout());
}

} // namespace blurig
