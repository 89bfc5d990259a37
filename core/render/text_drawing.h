// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <opencv2/core/mat.hpp>

#include <string>
#include <vector>

namespace blurig {

// Internal to render. OpenCV's stroke font knows ASCII only: other characters are drawn as '?'.
struct TextStyle {
    double height = 10; // of capitals, px
    double stroke = 1;  // px
    cv::Vec3b color{30, 30, 30};
};

cv::Size textSize(const std::string& text, const TextStyle& style);
// origin: the left end of the base line. Parts outside the picture are left out.
void drawText(cv::Mat4b& pixels, const std::string& text, cv::Point origin, const TextStyle& style);
// As much of the text as fits, with "..." for the rest.
std::string shortened(const std::string& text, int width, const TextStyle& style);
// The whole text in lines that fit, broken at spaces; a longer word has a line of its own, shortened.
std::vector<std::string> wrapped(const std::string& text, int width, const TextStyle& style);

} // namespace blurig
