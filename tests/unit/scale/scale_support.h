// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/array/torch_access.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <random>
#include <vector>

namespace blurig {

// In double precision, so that one scale space's result can be another one's input without rounding.
inline Array arrayOfDoubles(ArrayLayout layout, const std::vector<double>& values) {
    const Array sizes = Array::fromHost(layout, std::vector<float>(values.size()));
    const at::Tensor tensor = tensorOf(sizes).to(at::kDouble);
    std::copy(values.begin(), values.end(), tensor.data_ptr<double>());
    return arrayOf(tensor, std::move(layout));
}

inline std::vector<double> doubles(const Array& array) {
    const at::Tensor tensor = tensorOf(array).to(at::kDouble).contiguous();
    return {tensor.data_ptr<double>(), tensor.data_ptr<double>() + tensor.numel()};
}

// Uniform in [0, 1], exact in float32 too.
inline Array randomArray(const ArrayLayout& layout, unsigned seed = 1) {
    std::mt19937 generator(seed);
    std::vector<float> values(static_cast<std::size_t>(layout.elements()));
    for (float& value : values)
        value = static_cast<float>(generator() >> 8) / 16777216.0F;
    return Array::fromHost(layout, std::move(values));
}

inline double largest(const std::vector<double>& values) {
    double result = 0;
    for (const double value : values)
        result = std::max(result, std::abs(value));
    return result;
}

inline double largestDifference(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> difference;
    std::transform(a.begin(), a.end(), b.begin(), std::back_inserter(difference), std::minus<>());
    return largest(difference);
}

inline double largestDifference(const Array& a, const Array& b) {
    return largestDifference(doubles(a), doubles(b));
}

inline ArrayLayout waveformLayout(std::int64_t channels, std::int64_t samples) {
    return {.batch = 0, .channels = channels, .axes = {{"time", samples, "s", 1.0 / 16000}}, .range = {-1, 1, ""}};
}

} // namespace blurig
