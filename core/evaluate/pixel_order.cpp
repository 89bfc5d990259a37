// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/pixel_order.h"

#include "core/methods/baseline.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <numeric>

namespace blurig {

namespace {

Array replaced(const Array& input, const Array& other, const std::vector<std::size_t>& order, std::size_t count,
               std::size_t stride, std::size_t repeats) {
    assert(input.layout() == other.layout() && count <= order.size());
    std::vector<float> values(input.host().begin(), input.host().end());
    const auto from = other.host();
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t channel = 0; channel < repeats; ++channel)
            values[channel * stride + order[i]] = from[channel * stride + order[i]];
    return Array::fromHost(input.layout(), std::move(values));
}

} // namespace

std::vector<std::size_t> descendingOrder(const Array& values) {
    const auto numbers = values.host();
    std::vector<std::size_t> order(numbers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater<>(), [numbers](std::size_t place) { return numbers[place]; });
    return order;
}

Array withPlacesFrom(const Array& input, const Array& other, const std::vector<std::size_t>& order, std::size_t count) {
    const auto channels = static_cast<std::size_t>(input.channels());
    return replaced(input, other, order, count, input.host().size() / channels, channels);
}

Array withValuesFrom(const Array& input, const Array& other, const std::vector<std::size_t>& order, std::size_t count) {
    return replaced(input, other, order, count, 0, 1);
}

Array meanColour(const Array& input) {
    return makeBaselines("mean", input, 1, 0, {}).front().image;
}

Array blurredAway(const Array& input) {
    return makeBaselines("blurred", input, 1, 0, {}).front().image;
}

} // namespace blurig
