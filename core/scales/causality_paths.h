// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path.h"

#include <array>
#include <cstdint>
#include <memory>

namespace blurig {

// The paths whose causality is compared (Fig 2 of the paper): blur, straight to black, straight to noise.
enum class CausalityPath { Blur, Black, Noise };
inline constexpr std::array causalityPaths{CausalityPath::Blur, CausalityPath::Black, CausalityPath::Noise};

// Of a signal or picture. Blur goes to a quarter of the longest side; the seed is the noise's.
std::shared_ptr<const Path> makePath(CausalityPath kind, const Array& input, std::uint64_t seed = 1);

} // namespace blurig
