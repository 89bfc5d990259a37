// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/test_signal.h"

#include "core/methods/seeded_random.h"
#include "core/words.h"

#include <vector>

namespace blurig {

namespace {

constexpr Words<TestSignal, 3> signalWords{
    {{TestSignal::Parabola, "parabola"}, {TestSignal::Step, "step"}, {TestSignal::Noise, "noise"}}};

} // namespace

std::string_view name(TestSignal signal) {
    return wordOf(signalWords, signal);
}

std::optional<TestSignal> testSignalOf(std::string_view name) {
    return valueOf(signalWords, name);
}

Array makeTestSignal(TestSignal signal, std::int64_t size, std::uint64_t seed) {
    std::vector<float> values(static_cast<std::size_t>(size));
    SeededRandom random(seed);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double x = 2 * (static_cast<double>(i) + 0.5) / static_cast<double>(size) - 1;
        values[i] = static_cast<float>(signal == TestSignal::Parabola ? x * x + 1
                                       : signal == TestSignal::Step   ? (x < 0 ? 0.2 : 0.8)
                                                                      : random.uniform());
    }
    const double high = signal == TestSignal::Parabola ? 2 : 1;
    return Array::fromHost({.channels = 1, .axes = {{.name = "x", .size = size}}, .range = {.low = 0, .high = high}},
                           std::move(values));
}

} // namespace blurig
