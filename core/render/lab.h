// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>

namespace blurig {

// CIELAB (D65): equal distances look about equally different, which is what makes a colour map perceptually even.
struct Lab {
    double lightness = 0; // 0 black to 100 white
    double a = 0;         // green to red
    double b = 0;         // blue to yellow
};

Lab labFromPolar(double lightness, double chroma, double hueDegrees);
std::array<std::uint8_t, 3> srgb(const Lab& color); // clipped to what a screen can show
Lab lab(const std::array<std::uint8_t, 3>& rgb);
double difference(const Lab& first, const Lab& second); // CIE76: the Euclidean distance
// Whether small text of one colour can be read on the other: their lightnesses are far enough apart for about 4.5 : 1.
bool readableOn(const std::array<std::uint8_t, 3>& ground, const std::array<std::uint8_t, 3>& text);

} // namespace blurig
