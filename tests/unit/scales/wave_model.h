// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model.h"

#include <cstdint>
#include <memory>
#include <string>

namespace blurig::test {

// A mode of the DCT-II on a square picture: cos(pi ky (2y + 1)/(2n)) cos(pi kx (2x + 1)/(2n)).
struct Wave {
    std::int64_t ky = 0;
    std::int64_t kx = 0;
};

// A detector of the wave on 1 x n x n pictures. Its logits: the inner product with the wave times `gain`, then what
// `others` says, a list of numbers ("0.5, 0.1").
std::shared_ptr<const Model> waveModel(std::int64_t n, Wave wave, double gain = 1, const std::string& others = "0.0");

double exponent(std::int64_t n, Wave wave); // of what is left of the wave at sigma, exp(exponent sigma^2)

} // namespace blurig::test
