// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scale/known_results.h"

#include "core/array/torch_access.h"
#include "core/scale/cosine_basis.h"

#include <ATen/ops/empty.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace blurig {

namespace {

// Large enough for the blocks in which libraries multiply, and no multiple of them.
constexpr std::int64_t rows = 50;
constexpr std::int64_t inner = 41;
constexpr std::int64_t columns = 67;

double elementOfA(std::int64_t i, std::int64_t k) {
    return static_cast<double>((7 * i + 3 * k) % 17 - 8);
}

double elementOfB(std::int64_t k, std::int64_t j) {
    return static_cast<double>((5 * k + 11 * j) % 19 - 9);
}

template <typename Element> at::Tensor matrix(std::int64_t height, std::int64_t width, const Element& element) {
    at::Tensor result = at::empty({height, width}, at::kDouble);
    double* to = result.data_ptr<double>();
    for (std::int64_t i = 0; i < height; ++i)
        for (std::int64_t j = 0; j < width; ++j)
            *to++ = element(i, j);
    return result;
}

at::Tensor transposed(const at::Tensor& matrix) { // the same values, the other way round in memory
    return matrix.t().contiguous().t();
}

// A wave of the cosine basis, whole periods over both axes.
struct Wave {
    std::int64_t ofRows;
    std::int64_t ofColumns;
    double amplitude;
};
constexpr std::array waves{Wave{1, 0, 8.0}, Wave{3, 5, 4.0}, Wave{8, 2, -4.0}, Wave{0, 13, 3.0}};
constexpr std::int64_t height = 40;
constexpr std::int64_t width = 48;
constexpr double grey = 0.5;

// Each wave times its factor, on grey * ofGrey.
template <typename Factor> std::vector<double> picture(double ofGrey, const Factor& factor) {
    const std::vector<double> y = cosineBasis(height);
    const std::vector<double> x = cosineBasis(width);
    std::vector<double> values(static_cast<std::size_t>(height * width), grey * ofGrey);
    for (const Wave& wave : waves) {
        const double size = wave.amplitude * factor(wave);
        for (std::int64_t i = 0; i < height; ++i)
            for (std::int64_t j = 0; j < width; ++j)
                values[static_cast<std::size_t>(i * width + j)] +=
                    size * y[static_cast<std::size_t>(wave.ofRows * height + i)] *
                    x[static_cast<std::size_t>(wave.ofColumns * width + j)];
    }
    return values;
}

bool near(const Array& array, const std::vector<double>& expected) {
    constexpr double tolerance = 2e-6; // float32 rounds values of this size by 6e-8
    const std::span<const float> values = array.host();
    if (values.size() != expected.size())
        return false;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!(std::abs(static_cast<double>(values[i]) - expected[i]) <= tolerance))
            return false;
    return true;
}

} // namespace

bool multipliesRight(const MatrixProduct& product) {
    const at::Tensor a = matrix(rows, inner, elementOfA);
    const at::Tensor b = matrix(inner, columns, elementOfB);
    const at::Tensor expected = matrix(rows, columns, [](std::int64_t i, std::int64_t j) {
        double sum = 0;
        for (std::int64_t k = 0; k < inner; ++k)
            sum += elementOfA(i, k) * elementOfB(k, j);
        return sum;
    });
    for (const at::ScalarType type : {at::kFloat, at::kDouble}) {
        const at::Tensor left = a.to(type);
        const at::Tensor right = b.to(type);
        for (const at::Tensor& l : {left, transposed(left)})
            for (const at::Tensor& r : {right, transposed(right)}) {
                at::Tensor out = at::empty({rows, columns}, left.options());
                product(l, r, out);
                if (!out.to(at::kDouble).equal(expected))
                    return false;
            }
    }
    return true;
}

bool blursRight(const Blur& blur) {
    constexpr double sigma = 1.5;
    const std::vector<double> ofRows = diffusionEigenvalues(height);
    const std::vector<double> ofColumns = diffusionEigenvalues(width);
    const auto bracket = [&](const Wave& wave) {
        return ofRows[static_cast<std::size_t>(wave.ofRows)] + ofColumns[static_cast<std::size_t>(wave.ofColumns)];
    };
    const auto gain = [&](const Wave& wave) { return std::exp(0.5 * sigma * sigma * bracket(wave)); };

    const std::vector<double> z = picture(1, [](const Wave&) { return 1.0; });
    const ScaleSample sample =
        blur(Array::fromHost(pictureLayout(1, height, width), std::vector<float>(z.begin(), z.end())), sigma);
    return near(sample.blurred, picture(1, gain)) &&
           near(sample.laplacian, picture(0, [&](const Wave& wave) { return gain(wave) * bracket(wave); }));
}

} // namespace blurig
