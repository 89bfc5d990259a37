// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace blurig {

// The orthonormal DCT-II of n samples along one dimension of a tensor, and its inverse, as matrix products. Immutable.
class CosineMatrix {
public:
    CosineMatrix(std::int64_t n, const at::TensorOptions& options);

    // lines has n samples along dim.
    at::Tensor forward(const at::Tensor& lines, std::int64_t dim) const;

    // coefficients has the first `kept` of n coefficients along dim, the others are 0; out is contiguous, n along dim.
    // Waves of even k are symmetric about the middle, those of odd k antisymmetric: half of the samples are summed.
    void backward(const at::Tensor& coefficients, std::int64_t dim, at::Tensor& out) const;

private:
    at::Tensor m_basis; // k x sample
};

} // namespace blurig
