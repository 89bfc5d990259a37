// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/smoothing.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace blurig {

namespace {

// Lindeberg's discrete Gaussian e^-t I_n(t), t = sigma^2, from -n to n, as far as it matters to a float; its sum is 1.
// By Miller's backward recurrence: I_(n-1) = I_(n+1) + 2 n / t I_n.
cv::Mat1d kernelOf(double sigma) {
    const double t = sigma * sigma;
    const int radius = static_cast<int>(std::ceil(5 * sigma)) + 2; // a float sees nothing of what lies beyond
    cv::Mat1d kernel(1, 2 * radius + 1);
    double above = 0;
    double here = 1e-300;
    for (int n = radius + 20; n >= 0; --n) {
        if (n <= radius)
            kernel(0, radius - n) = kernel(0, radius + n) = here;
        const double below = above + 2 * n / t * here;
        above = here;
        here = below;
    }
    kernel /= cv::sum(kernel)[0];
    return kernel;
}

} // namespace

Array smoothed(const Array& plane, double pixels) {
    if (plane.empty() || !(pixels > 0))
        return plane;
    const auto height = static_cast<int>(plane.height());
    const auto width = static_cast<int>(plane.width());
    const cv::Mat1d kernel = kernelOf(pixels * std::max(height, width) / 224);
    cv::Mat1f map(height, width);
    const std::span<const float> values = plane.host();
    std::ranges::copy(values, map.ptr<float>()); // one block, as it was made here; Mat's iterators are slow
    cv::sepFilter2D(map, map, CV_32F, kernel, kernel.t(), {-1, -1}, 0, cv::BORDER_REFLECT);
    return Array::fromHost(plane.layout(), std::vector<float>(map.ptr<float>(), map.ptr<float>() + values.size()));
}

} // namespace blurig
