// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/t_test.h"

#include <boost/math/distributions/students_t.hpp>
#include <cassert>
#include <cmath>
#include <numeric>
#include <vector>

namespace blurig {

namespace {

double mean(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// Of the mean: the sample's variance over its size.
double errorSquare(std::span<const double> values) {
    const double middle = mean(values);
    double sum = 0;
    for (const double value : values)
        sum += (value - middle) * (value - middle);
    const auto count = static_cast<double>(values.size());
    return sum / (count - 1) / count;
}

double above(double degreesOfFreedom, double t) {
    return boost::math::cdf(boost::math::complement(boost::math::students_t(degreesOfFreedom), t));
}

} // namespace

std::optional<TTest> pairedTTest(std::span<const double> a, std::span<const double> b, double margin) {
    assert(a.size() == b.size());
    if (a.size() < 2)
        return std::nullopt;
    std::vector<double> differences(a.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        differences[i] = a[i] - b[i];
    const double error = errorSquare(differences);
    if (!(error > 0))
        return std::nullopt;
    TTest test{.t = (mean(differences) - margin) / std::sqrt(error),
               .degreesOfFreedom = static_cast<double>(a.size()) - 1};
    test.p = above(test.degreesOfFreedom, test.t);
    return test;
}

std::optional<TTest> welchTTest(std::span<const double> a, std::span<const double> b) {
    if (a.size() < 2 || b.size() < 2)
        return std::nullopt;
    const double errorA = errorSquare(a);
    const double errorB = errorSquare(b);
    if (!(errorA + errorB > 0))
        return std::nullopt;
    const double together = errorA + errorB;
    TTest test{.t = (mean(a) - mean(b)) / std::sqrt(together),
               .degreesOfFreedom = together * together /
                                   (errorA * errorA / static_cast<double>(a.size() - 1) +
                                    errorB * errorB / static_cast<double>(b.size() - 1))};
    test.p = 2 * above(test.degreesOfFreedom, std::abs(test.t));
    return test;
}

} // namespace blurig
