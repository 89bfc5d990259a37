// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

namespace blurig {

// The eigenvectors of the second difference with mirrored borders on n samples: the orthonormal DCT-II, row-major,
// element (k, x) = sqrt((k > 0 ? 2 : 1)/n) cos(pi k (2x + 1)/(2n)). Its transpose is its inverse.
std::vector<double> cosineBasis(std::int64_t n);

// The eigenvalues that belong to its rows, l_k = 2 cos(pi k/n) - 2 = -4 sin^2(pi k/(2n)); falling from 0.
std::vector<double> diffusionEigenvalues(std::int64_t n);

} // namespace blurig
