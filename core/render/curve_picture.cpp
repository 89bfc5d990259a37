// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/curve_picture.h"

#include "core/render/raster_mat.h"
#include "core/render/text_drawing.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace blurig {

namespace {

constexpr int left = 56;
constexpr int right = 16;
constexpr int top = 26; // of names
constexpr int bottom = 36;
constexpr int fraction = 4; // bits of OpenCV's coordinates: lines move evenly

// Okabe and Ito's, which colour-blind readers tell apart; widths and places of names tell them apart, too.
const std::array<cv::Vec3b, 6> colors{cv::Vec3b{0, 114, 178},   cv::Vec3b{213, 94, 0},   cv::Vec3b{0, 158, 115},
                                      cv::Vec3b{204, 121, 167}, cv::Vec3b{86, 180, 233}, cv::Vec3b{230, 159, 0}};

cv::Scalar opaque(const cv::Vec3b& color) {
    return {static_cast<double>(color[0]), static_cast<double>(color[1]), static_cast<double>(color[2]), 255};
}

struct Frame {
    double fromX = 0;
    double toX = 1;
    double low = 0;
    double high = 1;
    int width = 0;
    int height = 0;

    cv::Point2d at(double place, double value) const {
        return {left + (place - fromX) / (toX - fromX) * (width - left - right),
                top + (high - value) / (high - low) * (height - top - bottom)};
    }
};

cv::Point fixedPoint(const cv::Point2d& point) {
    return {static_cast<int>(std::lround(point.x * (1 << fraction))),
            static_cast<int>(std::lround(point.y * (1 << fraction)))};
}

void drawLine(cv::Mat4b& pixels, const cv::Point2d& from, const cv::Point2d& to, const cv::Vec3b& color, int width) {
    cv::line(pixels, fixedPoint(from), fixedPoint(to), opaque(color), width, cv::LINE_AA, fraction);
}

Frame frameOf(const LineChart& chart, int width, int height) {
    Frame frame{.fromX = chart.marks.front().first, .toX = chart.marks.back().first, .width = width, .height = height};
    for (const LineSeries& series : chart.series)
        for (const auto& [place, value] : series.points) {
            frame.low = std::min(frame.low, value);
            frame.high = std::max(frame.high, value);
        }
    return frame;
}

} // namespace

Raster renderCurves(const LineChart& chart, double cursor, int width, int height) {
    assert(chart.marks.size() >= 2);
    cv::Mat4b pixels(height, width, cv::Vec4b(255, 255, 255, 255));
    const TextStyle small{.height = 9, .stroke = 1, .color = {90, 90, 90}};
    const Frame frame = frameOf(chart, width, height);
    const cv::Vec3b grey{200, 200, 200};
    drawLine(pixels, frame.at(frame.fromX, frame.low), frame.at(frame.toX, frame.low), grey, 1);
    drawLine(pixels, frame.at(frame.fromX, frame.low), frame.at(frame.fromX, frame.high), grey, 1);
    for (const double value : {frame.low, frame.high})
        drawText(pixels, fmt::format("{:.3g}", value), {6, static_cast<int>(frame.at(frame.fromX, value).y) + 4},
                 small);
    int free = left; // x from which a mark's words have room
    for (const auto& [place, words] : chart.marks) {
        const cv::Point2d at = frame.at(place, frame.low);
        drawLine(pixels, at, {at.x, at.y + 4}, grey, 1);
        const int size = textSize(words, small).width;
        const int from = std::min(static_cast<int>(at.x) - size / 2, width - size - 2);
        if (from < free)
            continue;
        drawText(pixels, words, {from, static_cast<int>(at.y) + 17}, small);
        free = from + size + 10;
    }
    drawText(pixels, shortened(chart.placeAxis, width - left - right, small), {left, height - 5}, small);
    int x = left;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        TextStyle style = small;
        style.color = colors[i % colors.size()];
        const std::string words = shortened(chart.series[i].name, 180, style);
        if (x + textSize(words, style).width > width - right)
            break;
        drawText(pixels, words, {x, 16}, style);
        x += textSize(words, style).width + 18;
    }
    // The first line is the one that counts: it lies above the others.
    for (std::size_t i = chart.series.size(); i-- > 0;) {
        const auto& points = chart.series[i].points;
        for (std::size_t k = 0; k + 1 < points.size(); ++k)
            drawLine(pixels, frame.at(points[k].first, points[k].second),
                     frame.at(points[k + 1].first, points[k + 1].second), colors[i % colors.size()], i == 0 ? 2 : 1);
    }
    drawLine(pixels, frame.at(cursor, frame.low), frame.at(cursor, frame.high), {30, 30, 30}, 1);
    return rasterOf(pixels);
}

Raster above(const Raster& upper, const Raster& lower) {
    assert(upper.width == lower.width);
    std::vector<std::uint8_t> pixels(*upper.rgba);
    pixels.insert(pixels.end(), lower.rgba->begin(), lower.rgba->end());
    return {.width = upper.width,
            .height = upper.height + lower.height,
            .rgba = std::make_shared<const std::vector<std::uint8_t>>(std::move(pixels))};
}

} // namespace blurig
