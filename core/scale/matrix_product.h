// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ATen/core/Tensor.h>

namespace blurig {

// out = a b, of matrices in one floating type; out is row by row and overlaps neither. In float32 by oneDNN, with the
// threads of the caller's ComputeScope: BLAS, which LibTorch calls, gives part of the work to a thread that all callers
// share, and a frame of the slider then waits for a core that the window is painting on.
void multiply(const at::Tensor& a, const at::Tensor& b, at::Tensor& out);

} // namespace blurig
