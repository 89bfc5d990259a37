// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ATen/core/Tensor.h>

namespace blurig {

// out = a b, of matrices in one floating type; out is row by row and overlaps neither. On a CPU in float32 by oneDNN,
// with the threads of the caller's ComputeScope. LibTorch would call BLAS, and OpenBLAS shares its work with a thread
// of its own that all callers share: a frame of the slider then waits for a core that the window is painting on.
void multiply(const at::Tensor& a, const at::Tensor& b, at::Tensor& out);

} // namespace blurig
