// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/examination_pictures.h"

#include <ATen/ops/empty.h>

#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

namespace blurig {

// Triangular waves instead of sines: arithmetic alone gives the same bits everywhere.
at::Tensor examinationPictures(const ArrayLayout& input) {
    std::vector<std::int64_t> sizes{2, input.channels};
    for (const Axis& axis : input.axes)
        sizes.push_back(axis.size);
    const std::int64_t width = sizes.back();
    const std::int64_t height = input.elements() / input.channels / width; // of all axes but the last
    const at::Tensor pictures = at::empty(sizes, at::kFloat);
    float* value = pictures.data_ptr<float>();
    std::mt19937 random(20200613); // its sequence is part of the standard
    const auto wave = [](double phase) { return std::abs(2 * (phase - std::floor(phase)) - 1); }; // 0 to 1
    for (int picture = 0; picture < 2; ++picture)
        for (std::int64_t channel = 0; channel < input.channels; ++channel)
            for (std::int64_t y = 0; y < height; ++y)
                for (std::int64_t x = 0; x < width; ++x) {
                    const double grain = static_cast<double>(random()) / static_cast<double>(std::mt19937::max());
                    const double down = wave((picture + 2) * static_cast<double>(y) / static_cast<double>(height) +
                                             0.1 * static_cast<double>(channel));
                    const double across =
                        wave((4 - picture) * static_cast<double>(x) / static_cast<double>(width) + 0.3 * picture);
                    const double share = 0.35 * down + 0.35 * across + 0.3 * grain;
                    *value++ = static_cast<float>(input.range.low + share * (input.range.high - input.range.low));
                }
    return pictures;
}

} // namespace blurig
