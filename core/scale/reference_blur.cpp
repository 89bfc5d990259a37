// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scale/reference_blur.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <span>

namespace blurig {

namespace {

// numpy's pairwise summation, whose rounding the weights inherit: blocks of up to 128 by eight running sums.
double pairwiseSum(std::span<const double> values) {
    const std::size_t n = values.size();
    if (n > 128) {
        const std::size_t half = n / 2 - n / 2 % 8;
        return pairwiseSum(values.first(half)) + pairwiseSum(values.subspan(half));
    }
    if (n < 8) {
        double sum = 0;
        for (const double value : values)
            sum += value;
        return sum;
    }
    std::array<double, 8> r;
    std::copy_n(values.begin(), 8, r.begin());
    std::size_t i = 8;
    for (; i < n - n % 8; i += 8)
        for (std::size_t j = 0; j < 8; ++j)
            r[j] += values[i + j];
    double sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
    for (; i < n; ++i)
        sum += values[i];
    return sum;
}

// Weights at distance 0, 1, ... radius.
std::vector<double> gaussianWeights(double sigma) {
    const auto radius = static_cast<std::int64_t>(4.0 * sigma + 0.5);
    const double scale = -0.5 / (sigma * sigma);
    std::vector<double> kernel;
    for (std::int64_t x = -radius; x <= radius; ++x)
        kernel.push_back(std::exp(scale * static_cast<double>(x * x)));
    const double sum = pairwiseSum(kernel);
    std::vector<double> weights;
    for (std::int64_t x = 0; x <= radius; ++x)
        weights.push_back(kernel[static_cast<std::size_t>(radius + x)] / sum);
    return weights;
}

// One line of results: at each place the centre's term first, then pairs from the farthest inwards, as scipy adds them.
class LineSum {
public:
    LineSum(std::size_t length, const std::vector<double>& weights)
        : m_weights(weights)
        , m_sums(length) {}

    // linesAt(offset) points to the values at that offset, as many as the line is long.
    template <typename LinesAt> void compute(const LinesAt& linesAt) {
        const auto length = m_sums.size();
        double* const sums = m_sums.data();
        const auto* centre = linesAt(0);
        for (std::size_t i = 0; i < length; ++i)
            sums[i] = static_cast<double>(centre[i]) * m_weights[0];
        for (std::size_t distance = m_weights.size() - 1; distance > 0; --distance) {
            const auto* before = linesAt(-static_cast<std::ptrdiff_t>(distance));
            const auto* after = linesAt(static_cast<std::ptrdiff_t>(distance));
            const double weight = m_weights[distance];
            for (std::size_t i = 0; i < length; ++i)
                sums[i] += (static_cast<double>(before[i]) + static_cast<double>(after[i])) * weight;
        }
    }

    void store(float* out) const {
        std::transform(m_sums.begin(), m_sums.end(), out, [](double sum) { return static_cast<float>(sum); });
    }

private:
    const std::vector<double>& m_weights;
    std::vector<double> m_sums;
};

} // namespace

Array referenceBlur(const Array& picture, double sigma) {
    assert(sigma >= 0 && picture.layout().axes.size() == 2);
    if (sigma <= 1e-15) // scipy's own limit
        return picture;
    const auto height = static_cast<std::size_t>(picture.height());
    const auto width = static_cast<std::size_t>(picture.width());
    const std::vector<double> weights = gaussianWeights(sigma);
    const std::size_t radius = weights.size() - 1;
    const std::span<const float> in = picture.host();
    std::vector<float> out(in.size());

    LineSum sum(width, weights);
    const std::vector<float> zeros(width);
    std::vector<float> rows(height * width); // blurred along y
    std::vector<double> padded(width + 2 * radius);
    for (std::size_t plane = 0; plane < in.size(); plane += height * width) {
        for (std::size_t y = 0; y < height; ++y) {
            sum.compute([&](std::ptrdiff_t offset) {
                const std::ptrdiff_t row = static_cast<std::ptrdiff_t>(y) + offset;
                const bool inside = row >= 0 && row < static_cast<std::ptrdiff_t>(height);
                return inside ? &in[plane + static_cast<std::size_t>(row) * width] : zeros.data();
            });
            sum.store(&rows[y * width]);
        }
        for (std::size_t y = 0; y < height; ++y) {
            std::copy_n(&rows[y * width], width, padded.begin() + static_cast<std::ptrdiff_t>(radius));
            const double* const line = padded.data() + radius;
            sum.compute([&](std::ptrdiff_t offset) { return line + offset; });
            sum.store(&out[plane + y * width]);
        }
    }
    return Array::fromHost(picture.layout(), std::move(out));
}

} // namespace blurig
