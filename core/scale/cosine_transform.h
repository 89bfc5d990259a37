// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scale/cosine_matrix.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <optional>

namespace blurig {

// How the lines of an axis lie in memory; it decides which way to transform them is quicker.
enum class Lines { Contiguous, Strided };

// The orthonormal DCT-II of n samples and its inverse along one dimension of a tensor, in one floating type. A matrix
// product where the axis is short or few coefficients are left, a real FFT of the line and its mirror image elsewhere;
// which one depends on the sizes only. Immutable.
class CosineTransform {
public:
    CosineTransform(std::int64_t n, Lines lines, const at::TensorOptions& options);

    std::int64_t size() const { return m_size; }

    // lines has n samples along dim.
    at::Tensor forward(const at::Tensor& lines, std::int64_t dim) const;

    // coefficients has the first `kept` of n coefficients along dim, the others are 0; out is contiguous, n along dim.
    void backward(const at::Tensor& coefficients, std::int64_t dim, at::Tensor& out) const;

    // Of one line, in multiplications of a matrix product.
    double backwardCost(std::int64_t kept) const;

private:
    bool byMatrix(std::int64_t kept) const;

    std::int64_t m_size;
    std::int64_t m_fftWorth;              // coefficients at which a matrix product takes as long as an FFT
    std::optional<CosineMatrix> m_matrix; // of a short axis
    at::Tensor m_twist; // complex, per k: spectrum of line and mirror image / coefficient, of a long axis
};

} // namespace blurig
