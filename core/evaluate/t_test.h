// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <span>

namespace blurig {

struct TTest {
    double t = 0;
    double degreesOfFreedom = 0;
    double p = 1;
};

// One-sided, of paired values: H0 is that the mean of a - b is at most `margin`, H1 that it is greater. None below two
// pairs, or where all differences are equal.
std::optional<TTest> pairedTTest(std::span<const double> a, std::span<const double> b, double margin = 0);

// Welch's, two-sided: H0 is that two samples have one mean. None where one has fewer than two values, or neither
// varies.
std::optional<TTest> welchTTest(std::span<const double> a, std::span<const double> b);

} // namespace blurig
