// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scale/cosine_basis.h"

#include <cmath>
#include <numbers>

namespace blurig {

std::vector<double> cosineBasis(std::int64_t n) {
    // k (2x + 1) is reduced modulo the period 4n as an integer: no argument loses digits, and no cosine is made twice.
    std::vector<double> cosines(static_cast<std::size_t>(4 * n));
    for (std::int64_t i = 0; i < 4 * n; ++i)
        cosines[static_cast<std::size_t>(i)] =
            std::cos(std::numbers::pi * static_cast<double>(i) / (2.0 * static_cast<double>(n)));
    const double constant = std::sqrt(1.0 / static_cast<double>(n));
    const double wave = std::sqrt(2.0 / static_cast<double>(n));
    std::vector<double> basis;
    basis.reserve(static_cast<std::size_t>(n * n));
    for (std::int64_t k = 0; k < n; ++k)
        for (std::int64_t x = 0; x < n; ++x)
            basis.push_back((k > 0 ? wave : constant) * cosines[static_cast<std::size_t>(k * (2 * x + 1) % (4 * n))]);
    return basis;
}

std::vector<double> diffusionEigenvalues(std::int64_t n) {
    std::vector<double> eigenvalues;
    for (std::int64_t k = 0; k < n; ++k) {
        // By the half angle: 2 cos - 2 would cancel at small k, where large scales live.
        const double s = std::sin(std::numbers::pi * static_cast<double>(k) / (2.0 * static_cast<double>(n)));
        eigenvalues.push_back(-4.0 * s * s);
    }
    return eigenvalues;
}

} // namespace blurig
