// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace blurig {

// Signals to watch on their way (Fig 2 of the paper).
enum class TestSignal { Parabola, Step, Noise };
inline constexpr std::array testSignals{TestSignal::Parabola, TestSignal::Step, TestSignal::Noise};
std::string_view name(TestSignal signal); // "parabola", "step", "noise"
std::optional<TestSignal> testSignalOf(std::string_view name);

// One channel, one axis. Parabola: x^2 + 1 over [-1, 1], with black at 0 and white at 2; the others lie in [0, 1]. The
// seed is noise's.
Array makeTestSignal(TestSignal signal, std::int64_t size, std::uint64_t seed = 1);

} // namespace blurig
