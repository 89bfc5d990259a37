// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/sampled_blur_path.h"

#include "core/path/blur_path.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace blurig {

namespace {

constexpr double leastSigma = 0.15; // below, the kernel is one pixel, and its derivative nothing

struct Kernel {
    std::vector<double> weights;    // from -radius on, summing to 1
    std::vector<double> derivative; // in sigma, summing to 0
};

Kernel kernelOf(double sigma, double cut) {
    const auto radius = static_cast<int>(cut * sigma + 0.5);
    Kernel kernel;
    double sum = 0;
    double change = 0;
    for (int x = -radius; x <= radius; ++x) {
        const double weight = std::exp(-0.5 * x * x / (sigma * sigma));
        kernel.weights.push_back(weight);
        kernel.derivative.push_back(weight * x * x / (sigma * sigma * sigma));
        sum += weight;
        change += kernel.derivative.back();
    }
    for (std::size_t i = 0; i < kernel.weights.size(); ++i) { // of the quotient weight / sum
        kernel.derivative[i] = (kernel.derivative[i] - kernel.weights[i] * change / sum) / sum;
        kernel.weights[i] /= sum;
    }
    return kernel;
}

cv::Mat filtered(const cv::Mat& plane, const std::vector<double>& alongX, const std::vector<double>& alongY,
                 SampledBlurPath::Border border) {
    // OpenCV mirrors at most once: what reaches further is laid around the plane first.
    const auto radius = static_cast<int>(alongX.size() / 2);
    cv::Mat padded(plane.rows + 2 * radius, plane.cols + 2 * radius, CV_64F, cv::Scalar(0));
    const auto mirrored = [](int place, int size) {
        const int period = 2 * size;
        const int at = ((place % period) + period) % period;
        return at < size ? at : period - 1 - at;
    };
    if (border == SampledBlurPath::Border::Mirrored)
        for (int y = 0; y < padded.rows; ++y)
            for (int x = 0; x < padded.cols; ++x)
                padded.at<double>(y, x) =
                    plane.at<double>(mirrored(y - radius, plane.rows), mirrored(x - radius, plane.cols));
    else
        plane.copyTo(padded(cv::Rect(radius, radius, plane.cols, plane.rows)));
    cv::Mat result;
    cv::sepFilter2D(padded, result, CV_64F, alongX, alongY, cv::Point(-1, -1), 0, cv::BORDER_REPLICATE);
    return result(cv::Rect(radius, radius, plane.cols, plane.rows)).clone();
}

} // namespace

SampledBlurPath::SampledBlurPath(Array input, double sigmaMax, double cut, Border border)
    : m_input(std::move(input))
    , m_sigmaMax(sigmaMax)
    , m_cut(cut)
    , m_border(border) {
    assert(m_input.layout().axes.size() == 2);
}

PathSample SampledBlurPath::sample(double sigma) const {
    const auto values = m_input.host();
    std::vector<float> point(values.begin(), values.end());
    std::vector<float> direction(values.size());
    if (sigma >= leastSigma) {
        const Kernel kernel = kernelOf(sigma, m_cut);
        const auto height = static_cast<int>(m_input.height());
        const auto width = static_cast<int>(m_input.width());
        const std::size_t size = values.size() / static_cast<std::size_t>(m_input.channels());
        for (std::size_t channel = 0; channel < static_cast<std::size_t>(m_input.channels()); ++channel) {
            cv::Mat plane(height, width, CV_64F);
            std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(channel * size), size, plane.ptr<double>());
            const cv::Mat blurred = filtered(plane, kernel.weights, kernel.weights, m_border);
            const cv::Mat change = filtered(plane, kernel.derivative, kernel.weights, m_border) +
                                   filtered(plane, kernel.weights, kernel.derivative, m_border);
            std::copy_n(blurred.ptr<double>(), size, point.begin() + static_cast<std::ptrdiff_t>(channel * size));
            std::copy_n(change.ptr<double>(), size, direction.begin() + static_cast<std::ptrdiff_t>(channel * size));
        }
    }
    return {.point = Array::fromHost(m_input.layout(), std::move(point)),
            .direction = Array::fromHost(m_input.layout(), std::move(direction))};
}

double SampledBlurPath::rate(PathVariable variable, double sigma) const {
    return variable == PathVariable::Log ? sigma + 0.5 : 1;
}

double SampledBlurPath::toVariable(PathVariable variable, double sigma) const {
    return variable == PathVariable::Log ? logScale(sigma) : sigma;
}

double SampledBlurPath::toPosition(PathVariable variable, double value) const {
    return variable == PathVariable::Log ? sigmaAtLogScale(value) : value;
}

} // namespace blurig
