// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/text_drawing.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <sstream>

namespace blurig {

namespace {

// Drawn this many times larger and averaged down: strokes of any width, evenly smooth.
constexpr int oversampling = 4;
constexpr int font = cv::FONT_HERSHEY_SIMPLEX;
constexpr double capitalHeight = 21.0; // px at font scale 1

double fontScale(const TextStyle& style) {
    return style.height * oversampling / capitalHeight;
}

int thickness(const TextStyle& style) {
    return std::max(1, static_cast<int>(std::lround(style.stroke * oversampling)));
}

// One '?' for each character, not for each of its UTF-8 bytes.
std::string ascii(const std::string& text) {
    std::string result;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte >= 0x20 && byte < 0x7f)
            result += character;
        else if ((byte & 0xc0U) != 0x80)
            result += '?';
    }
    return result;
}

cv::Size largeSize(const std::string& text, const TextStyle& style) {
    return cv::getTextSize(text, font, fontScale(style), thickness(style), nullptr);
}

} // namespace

cv::Size textSize(const std::string& text, const TextStyle& style) {
    const cv::Size large = largeSize(ascii(text), style);
    return {(large.width + oversampling - 1) / oversampling, (large.height + oversampling - 1) / oversampling};
}

void drawText(cv::Mat4b& pixels, const std::string& text, cv::Point origin, const TextStyle& style) {
    const std::string shown = ascii(text);
    if (shown.empty())
        return;
    const int margin = static_cast<int>(std::ceil(style.height));
    const cv::Size size = textSize(text, style);
    const cv::Rect box(origin.x - margin, origin.y - size.height - margin, size.width + 2 * margin,
                       size.height + 2 * margin);
    cv::Mat1b large(box.height * oversampling, box.width * oversampling, std::uint8_t{0});
    cv::putText(large, shown, {margin * oversampling, (size.height + margin) * oversampling}, font, fontScale(style),
                255, thickness(style), cv::LINE_AA);
    cv::Mat1b coverage;
    cv::resize(large, coverage, box.size(), 0, 0, cv::INTER_AREA);

    const cv::Rect visible = box & cv::Rect({0, 0}, pixels.size());
    for (int y = visible.y; y < visible.br().y; ++y)
        for (int x = visible.x; x < visible.br().x; ++x) {
            const int alpha = coverage(y - box.y, x - box.x);
            cv::Vec4b& pixel = pixels(y, x);
            for (int channel = 0; channel < 3; ++channel)
                pixel[channel] = static_cast<std::uint8_t>(
                    (pixel[channel] * (255 - alpha) + style.color[channel] * alpha + 127) / 255);
        }
}

std::string shortened(const std::string& text, int width, const TextStyle& style) {
    std::string shown = ascii(text);
    if (textSize(shown, style).width <= width)
        return shown;
    while (!shown.empty() && textSize(shown + "...", style).width > width)
        shown.pop_back();
    return shown + "...";
}

std::vector<std::string> wrapped(const std::string& text, int width, const TextStyle& style) {
    std::vector<std::string> lines;
    std::istringstream words(ascii(text));
    for (std::string word; words >> word;) {
        const std::string longer = lines.empty() ? word : lines.back() + " " + word;
        if (!lines.empty() && textSize(longer, style).width <= width)
            lines.back() = longer;
        else
            lines.push_back(shortened(word, width, style));
    }
    return lines;
}

} // namespace blurig
