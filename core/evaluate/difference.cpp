// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/difference.h"

#include <cassert>
#include <span>
#include <utility>
#include <vector>

namespace blurig {

MapDifference differenceOf(const Array& a, double unitA, const Array& b, double unitB) {
    assert(a.channels() == 1 && b.channels() == 1 && a.height() == b.height() && a.width() == b.width());
    assert(unitA > 0 && unitB > 0);
    const std::span<const float> valuesA = a.host();
    const std::span<const float> valuesB = b.host();
    const std::size_t pixels = valuesA.size();
    std::vector<float> plane(pixels);
    std::vector<float> terms(3 * pixels);
    for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
        const double termA = valuesA[pixel] / unitA;
        const double termB = valuesB[pixel] / unitB;
        plane[pixel] = static_cast<float>(termA - termB);
        terms[pixel] = static_cast<float>(termA);
        terms[pixels + pixel] = static_cast<float>(termB);
        terms[2 * pixels + pixel] = plane[pixel];
    }
    ArrayLayout three = a.layout();
    three.channels = 3;
    return {.plane = Array::fromHost(a.layout(), std::move(plane)),
            .terms = Array::fromHost(std::move(three), std::move(terms))};
}

} // namespace blurig
