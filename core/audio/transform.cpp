// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/transform.h"

#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/hamming_window.h>
#include <ATen/ops/hann_window.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/zeros.h>
#include <ATen/TensorOperators.h>

namespace blurig {
namespace {

// Index `at` outside of [0, size) mirrored at the first and last sample, which are not repeated; as often as needed.
std::int64_t mirrored(std::int64_t at, std::int64_t size) {
    if (size == 1)
        return 0;
    const std::int64_t period = 2 * (size - 1);
    at = ((at % period) + period) % period;
    return at < size ? at : period - at;
}

at::Tensor side(const at::Tensor& samples, std::int64_t from, std::int64_t count, Centring centring) {
    if (centring == Centring::Constant)
        return at::zeros({count}, samples.options());
    at::Tensor places = at::arange(count, at::kLong);
    auto* place = places.data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < count; ++i)
        place[i] = mirrored(from + i, samples.size(0));
    return samples.index_select(0, places);
}

} // namespace

at::Tensor windowOf(const FrontEnd& frontEnd, at::ScalarType type) {
    const auto options = at::TensorOptions().dtype(type);
    switch (frontEnd.window) {
    case WindowKind::Hann:
        return at::hann_window(frontEnd.windowLength, true, options);
    case WindowKind::Hamming:
        return at::hamming_window(frontEnd.windowLength, true, options);
    case WindowKind::Rectangular:
        break;
    }
    return at::ones({frontEnd.windowLength}, options);
}

at::Tensor paddedSamples(const at::Tensor& samples, const FrontEnd& frontEnd) {
    const std::int64_t size = samples.size(0);
    if (frontEnd.centring == Centring::None)
        return size >= frontEnd.fftSize ? samples
                                        : at::cat({samples, at::zeros({frontEnd.fftSize - size}, samples.options())});
    const std::int64_t half = frontEnd.fftSize / 2;
    return at::cat(
        {side(samples, -half, half, frontEnd.centring), samples, side(samples, size, half, frontEnd.centring)});
}

} // namespace blurig
