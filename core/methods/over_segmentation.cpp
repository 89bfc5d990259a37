// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/over_segmentation.h"

#include "core/array/torch_access.h"
#include "core/methods/graph_segmentation.h"

#include <ATen/ops/_upsample_bicubic2d_aa.h>
#include <opencv2/imgproc.hpp>

#include <array>
#include <chrono>
#include <iterator>
#include <optional>

namespace blurig {

namespace {

// Those of the package `saliency`. Its thresholds are for values in [0, 255], hence the division below.
constexpr std::array scales = {50, 100, 150, 250, 500, 1200};
constexpr double smoothing = 0.8; // sigma, px
constexpr int leastSize = 150;    // px
constexpr int side = 224;         // px, of the picture that is segmented

struct Size {
    int height = 0;
    int width = 0;
};

// side x side with interleaved channels in [-1, 1]; a flat picture becomes zero.
cv::Mat normalised(const Array& picture) {
    at::Tensor z = tensorOf(picture).to(at::kFloat);
    z = z.sub(z.min());
    if (const double range = z.max().item<double>(); range > 0)
        z = z.mul(2 / range).sub(1);
    if (picture.height() != side || picture.width() != side)
        z = at::_upsample_bicubic2d_aa(z.unsqueeze(0), {side, side}, false).squeeze(0);
    const at::Tensor interleaved = z.permute({1, 2, 0}).contiguous();
    const cv::Mat view(side, side, CV_32FC(static_cast<int>(picture.channels())), interleaved.data_ptr<float>());
    return view.clone();
}

// The pixel of the segmented picture whose square holds the centre of this one.
int nearest(int position, int size) {
    return (2 * position + 1) * side / (2 * size);
}

cv::Mat resizedLabels(const cv::Mat& labels, Size size) {
    cv::Mat result(size.height, size.width, CV_32S);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            result.at<int>(y, x) = labels.at<int>(nearest(y, size.height), nearest(x, size.width));
    return result;
}

// x^2 + y^2 <= radius^2; OpenCV's own ellipse is another shape.
cv::Mat disk(int radius) {
    cv::Mat element(2 * radius + 1, 2 * radius + 1, CV_8U);
    for (int y = -radius; y <= radius; ++y)
        for (int x = -radius; x <= radius; ++x)
            element.at<uchar>(y + radius, x + radius) = x * x + y * y <= radius * radius;
    return element;
}

// The smallest rectangle around each label, empty for those that resizing lost.
std::vector<cv::Rect> boundsOf(const cv::Mat& labels) {
    double greatest = 0;
    cv::minMaxLoc(labels, nullptr, &greatest);
    std::vector<cv::Rect> bounds(static_cast<std::size_t>(greatest) + 1);
    for (int y = 0; y < labels.rows; ++y)
        for (int x = 0; x < labels.cols; ++x) {
            cv::Rect& bound = bounds[static_cast<std::size_t>(labels.at<int>(y, x))];
            bound = bound.empty() ? cv::Rect(x, y, 1, 1) : bound | cv::Rect(x, y, 1, 1);
        }
    return bounds;
}

Segment pixelsOf(const cv::Mat& mask, const cv::Rect& place, int width) {
    Segment pixels;
    for (int y = 0; y < mask.rows; ++y)
        for (int x = 0; x < mask.cols; ++x)
            if (mask.at<uchar>(y, x) != 0)
                pixels.push_back((place.y + y) * width + place.x + x);
    return pixels;
}

std::vector<Segment> dilatedSegments(const cv::Mat& labels, int radius) {
    const cv::Rect whole(0, 0, labels.cols, labels.rows);
    const cv::Mat element = disk(radius);
    const std::vector<cv::Rect> bounds = boundsOf(labels);
    std::vector<Segment> segments;
    for (std::size_t label = 0; label < bounds.size(); ++label) {
        if (bounds[label].empty())
            continue;
        const cv::Rect reach(bounds[label].x - radius, bounds[label].y - radius, bounds[label].width + 2 * radius,
                             bounds[label].height + 2 * radius);
        const cv::Rect place = reach & whole;
        cv::Mat mask = labels(place) == static_cast<int>(label);
        cv::dilate(mask, mask, element);
        segments.push_back(pixelsOf(mask, place, labels.cols));
    }
    return segments;
}

} // namespace

OverSegmentation overSegmentation(const Array& picture, int dilationRadius, Sink& sink, const std::stop_token& stop) {
    using Clock = std::chrono::steady_clock;
    const Size size{static_cast<int>(picture.height()), static_cast<int>(picture.width())};
    OverSegmentation result;
    std::optional<GraphSegmentation> graph;
    for (const int scale : scales) {
        beginBatch(sink, stop);
        const Clock::time_point start = Clock::now();
        if (!graph)
            graph.emplace(normalised(picture), smoothing);
        const cv::Mat labels = resizedLabels(graph->labels(scale / 255.0, leastSize), size);
        std::ranges::move(dilatedSegments(labels, dilationRadius), std::back_inserter(result.segments));
        result.seconds += std::chrono::duration<double>(Clock::now() - start).count();
    }
    return result;
}

} // namespace blurig
