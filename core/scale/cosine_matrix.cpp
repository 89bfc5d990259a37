// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scale/cosine_matrix.h"

#include "core/scale/cosine_basis.h"
#include "core/scale/matrix_product.h"

#include <ATen/Dispatch.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/zeros.h>

#include <cstring>
#include <vector>

namespace blurig {

namespace {

// slices x size along dim x what lies within.
at::Tensor slicesAlong(std::int64_t dim, const at::Tensor& tensor) {
    std::int64_t inner = 1;
    for (std::int64_t d = dim + 1; d < tensor.dim(); ++d)
        inner *= tensor.size(d);
    return tensor.reshape({-1, tensor.size(dim), inner});
}

// matrix ((new size) x (old size)) applied along the middle dimension of slices. Along single values, lines that follow
// each other, it is one product.
void apply(const at::Tensor& matrix, const at::Tensor& slices, at::Tensor& out) {
    if (slices.size(2) == 1) {
        at::Tensor lines = out.squeeze(2);
        multiply(slices.squeeze(2), matrix.t(), lines);
        return;
    }
    for (std::int64_t i = 0; i < slices.size(0); ++i) {
        at::Tensor slice = out.select(0, i);
        multiply(matrix, slices.select(0, i), slice);
    }
}

// Sample x is even + odd, its mirror image even - odd, the middle one of an odd number even alone.
template <typename Real> void joinLine(const Real* even, const Real* odd, std::int64_t n, Real* out) {
    const std::int64_t half = n / 2;
    for (std::int64_t x = 0; x < half; ++x)
        out[x] = even[x] + odd[x];
    for (std::int64_t x = 0; x < half; ++x)
        out[n - 1 - x] = even[x] - odd[x];
    if (n % 2 == 1)
        out[half] = even[half];
}

template <typename Real>
void joinRows(const Real* even, const Real* odd, std::int64_t n, std::int64_t inner, Real* out) {
    const std::int64_t half = n / 2;
    for (std::int64_t x = 0; x < half; ++x) {
        const Real* const a = even + x * inner;
        const Real* const b = odd + x * inner;
        Real* const near = out + x * inner;
        Real* const far = out + (n - 1 - x) * inner;
        for (std::int64_t i = 0; i < inner; ++i) {
            near[i] = a[i] + b[i];
            far[i] = a[i] - b[i];
        }
    }
    if (n % 2 == 1)
        std::memcpy(out + half * inner, even + half * inner, static_cast<std::size_t>(inner) * sizeof(Real));
}

void join(const at::Tensor& even, const at::Tensor& odd, at::Tensor& out) {
    AT_DISPATCH_FLOATING_TYPES(out.scalar_type(), "join", [&] {
        for (std::int64_t i = 0; i < out.size(0); ++i) {
            const scalar_t* const a = even.data_ptr<scalar_t>() + i * even.stride(0);
            const scalar_t* const b = odd.data_ptr<scalar_t>() + i * odd.stride(0);
            scalar_t* const to = out.data_ptr<scalar_t>() + i * out.stride(0);
            if (out.size(2) == 1)
                joinLine(a, b, out.size(1), to);
            else
                joinRows(a, b, out.size(1), out.size(2), to);
        }
    });
}

} // namespace

CosineMatrix::CosineMatrix(std::int64_t n, const at::TensorOptions& options) {
    const std::vector<double> values = cosineBasis(n);
    const at::Tensor tensor = at::empty({n, n}, at::kDouble);
    std::memcpy(tensor.data_ptr<double>(), values.data(), values.size() * sizeof(double));
    m_basis = tensor.to(options);
}

at::Tensor CosineMatrix::forward(const at::Tensor& lines, std::int64_t dim) const {
    const at::Tensor out = at::empty(lines.sizes(), lines.options());
    at::Tensor slices = slicesAlong(dim, out);
    apply(m_basis, slicesAlong(dim, lines), slices);
    return out;
}

void CosineMatrix::backward(const at::Tensor& coefficients, std::int64_t dim, at::Tensor& out) const {
    const at::Tensor in = slicesAlong(dim, coefficients);
    at::Tensor slices = slicesAlong(dim, out);
    const std::int64_t n = m_basis.size(0);
    const std::int64_t kept = in.size(1);
    const auto half = [&](std::int64_t first, std::int64_t samples) {
        at::Tensor sum = at::empty({in.size(0), samples, in.size(2)}, in.options());
        if (kept <= first || samples == 0)
            return sum.zero_();
        apply(m_basis.narrow(1, 0, samples).slice(0, first, kept, 2).t(), in.slice(1, first, kept, 2), sum);
        return sum;
    };
    join(half(0, (n + 1) / 2), half(1, n / 2), slices);
}

} // namespace blurig
