// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scale/scale_space.h"

#include <ATen/core/Tensor.h>

#include <functional>

namespace blurig {

using MatrixProduct = std::function<void(const at::Tensor& a, const at::Tensor& b, at::Tensor& out)>;
using Blur = std::function<ScaleSample(const Array& z, double sigma)>;

// Whether it multiplies matrices of small whole numbers exactly, row by row and transposed, in float32 and float64.
bool multipliesRight(const MatrixProduct& product);

// Whether it blurs waves as the diffusion equation says: each keeps its form and fades by its own factor.
bool blursRight(const Blur& blur);

} // namespace blurig
