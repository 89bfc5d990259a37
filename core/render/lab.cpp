// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/render/lab.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace blurig {

namespace {

// IEC 61966-2-1 and CIE 15; the white point is D65.
constexpr std::array white{0.95047, 1.0, 1.08883};
constexpr double epsilon = 216.0 / 24389.0;
constexpr double kappa = 24389.0 / 27.0;

double toLinear(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

double fromLinear(double linear) {
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1.0 / 2.4) - 0.055;
}

double compress(double ratio) {
    return ratio > epsilon ? std::cbrt(ratio) : (kappa * ratio + 16.0) / 116.0;
}

double expand(double compressed) {
    const double cubed = compressed * compressed * compressed;
    return cubed > epsilon ? cubed : (116.0 * compressed - 16.0) / kappa;
}

std::uint8_t toByte(double linear) {
    return static_cast<std::uint8_t>(std::lround(255.0 * std::clamp(fromLinear(std::max(linear, 0.0)), 0.0, 1.0)));
}

} // namespace

Lab labFromPolar(double lightness, double chroma, double hueDegrees) {
    const double angle = hueDegrees * std::numbers::pi / 180.0;
    return {lightness, chroma * std::cos(angle), chroma * std::sin(angle)};
}

std::array<std::uint8_t, 3> srgb(const Lab& color) {
    const double fy = (color.lightness + 16.0) / 116.0;
    const double x = white[0] * expand(fy + color.a / 500.0);
    const double y = white[1] * expand(fy);
    const double z = white[2] * expand(fy - color.b / 200.0);
    return {toByte(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
            toByte(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z),
            toByte(0.0556434 * x - 0.2040259 * y + 1.0572252 * z)};
}

Lab lab(const std::array<std::uint8_t, 3>& rgb) {
    const double red = toLinear(rgb[0] / 255.0);
    const double green = toLinear(rgb[1] / 255.0);
    const double blue = toLinear(rgb[2] / 255.0);
    const double fx = compress((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / white[0]);
    const double fy = compress((0.2126729 * red + 0.7151522 * green + 0.0721750 * blue) / white[1]);
    const double fz = compress((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / white[2]);
    return {116.0 * fy - 16.0, 500.0 * (fx - fy), 200.0 * (fy - fz)};
}

double difference(const Lab& first, const Lab& second) {
    return std::hypot(first.lightness - second.lightness, first.a - second.a, first.b - second.b);
}

bool readableOn(const std::array<std::uint8_t, 3>& ground, const std::array<std::uint8_t, 3>& text) {
    return std::abs(lab(ground).lightness - lab(text).lightness) >= 45.0;
}

} // namespace blurig
