// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scale/cosine_transform.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/fft_irfft.h>
#include <ATen/ops/fft_rfft.h>
#include <ATen/ops/flip.h>
#include <ATen/ops/real.h>

#include <cmath>
#include <complex>
#include <numbers>

namespace blurig {

namespace {

// Measured on one core in float32 at 448 to 1024 samples: an FFT costs about as much as a product with 448
// coefficients, along a strided axis about twice as much.
constexpr std::int64_t fftWorthContiguous = 448;
constexpr std::int64_t fftWorthStrided = 896;
constexpr std::int64_t longest = 2048; // no matrix above: 2048 x 2048 doubles are 32 MiB

// The default; named because GCC 12 with sanitizers takes the empty default for an uninitialised value.
constexpr const char* inverseScaled = "backward";

// The FFT of a line and its mirror image is Y_k = 2 exp(i pi k/(2n)) sum_x z_x cos(pi k (2x + 1)/(2n)), so it is the
// orthonormal coefficient times 2 exp(i pi k/(2n)) sqrt(n/(k > 0 ? 2 : 1)). Y_n is 0.
at::Tensor twistTensor(std::int64_t n) {
    const at::Tensor tensor = at::empty({n}, at::kComplexDouble);
    auto* const values = static_cast<std::complex<double>*>(tensor.data_ptr());
    const double size = static_cast<double>(n);
    for (std::int64_t k = 0; k < n; ++k)
        values[k] = std::polar(2.0 * std::sqrt(k > 0 ? size / 2 : size),
                               std::numbers::pi * static_cast<double>(k) / (2.0 * size));
    return tensor;
}

// Values along `dim`, broadcast along all others.
at::Tensor shaped(const at::Tensor& values, const at::Tensor& like, std::int64_t dim) {
    std::vector<std::int64_t> sizes(static_cast<std::size_t>(like.dim()), 1);
    sizes[static_cast<std::size_t>(dim)] = values.size(0);
    return values.view(sizes);
}

at::ScalarType complexOf(const at::TensorOptions& options) {
    return options.dtype() == at::kDouble ? at::kComplexDouble : at::kComplexFloat;
}

} // namespace

CosineTransform::CosineTransform(std::int64_t n, Lines lines, const at::TensorOptions& options)
    : m_size(n)
    , m_fftWorth(lines == Lines::Contiguous ? fftWorthContiguous : fftWorthStrided) {
    if (n <= longest)
        m_matrix.emplace(n, options);
    if (n > m_fftWorth)
        m_twist = twistTensor(n).to(options.dtype(complexOf(options)));
}

bool CosineTransform::byMatrix(std::int64_t kept) const {
    return !m_twist.defined() || (m_matrix && kept <= m_fftWorth);
}

double CosineTransform::backwardCost(std::int64_t kept) const {
    return static_cast<double>(m_size) * static_cast<double>(byMatrix(kept) ? kept : m_fftWorth);
}

at::Tensor CosineTransform::forward(const at::Tensor& lines, std::int64_t dim) const {
    if (byMatrix(m_size))
        return m_matrix->forward(lines, dim);
    const at::Tensor mirrored = at::cat({lines, lines.flip({dim})}, dim);
    const at::Tensor waves = at::fft_rfft(mirrored, {}, dim, inverseScaled).narrow(dim, 0, m_size);
    return at::real(waves.div(shaped(m_twist, waves, dim))).contiguous();
}

void CosineTransform::backward(const at::Tensor& coefficients, std::int64_t dim, at::Tensor& out) const {
    const std::int64_t kept = coefficients.size(dim);
    if (byMatrix(kept)) {
        m_matrix->backward(coefficients, dim, out);
        return;
    }
    const at::Tensor waves = coefficients.mul(shaped(m_twist.narrow(0, 0, kept), coefficients, dim));
    out.copy_(
        at::fft_irfft(waves, 2 * m_size, dim, inverseScaled).narrow(dim, 0, m_size)); // what is missing counts as 0
}

} // namespace blurig
