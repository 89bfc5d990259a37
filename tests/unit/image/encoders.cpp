// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "encoders.h"

#include <algorithm>

namespace blurig::test {

Samples pattern(int width, int height) {
    Samples rgb;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int channel = 0; channel < 3; ++channel)
                rgb.push_back(static_cast<std::uint8_t>((37 * x + 91 * y + 53 * channel + 7 * x * y) % 256));
    return rgb;
}

Samples quarters(int width, int height) {
    constexpr std::array<std::array<std::uint8_t, 3>, 4> colours{
        {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}}};
    Samples rgb;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto& colour =
                colours[static_cast<std::size_t>((y >= height / 2 ? 2 : 0) + (x >= width / 2 ? 1 : 0))];
            rgb.insert(rgb.end(), colour.begin(), colour.end());
        }
    return rgb;
}

Bytes bytesOf(const std::string& text) {
    const auto view = std::as_bytes(std::span(text.data(), text.size()));
    return {view.begin(), view.end()};
}

Bytes first(const Bytes& bytes, std::size_t count) {
    return {bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min(count, bytes.size()))};
}

Samples exifBlock(int orientation) {
    return {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, static_cast<std::uint8_t>(orientation),
            0,   0,   0,  0, 0, 0, 0};
}

Samples exifOfAdobeRgb() {
    const Samples pointerToExif{0x69, 0x87, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0};
    const Samples colourSpace{0x01, 0xA0, 3, 0, 1, 0, 0, 0, 0xFF, 0xFF, 0, 0};
    const Samples pointerToKind{0x05, 0xA0, 4, 0, 1, 0, 0, 0, 56, 0, 0, 0};
    const Samples kind{1, 0, 2, 0, 4, 0, 0, 0, 'R', '0', '3', 0};
    Samples block{'I', 'I', 42, 0, 8, 0, 0, 0};
    for (const std::vector<Samples>& folder :
         {std::vector<Samples>{pointerToExif}, {colourSpace, pointerToKind}, {kind}}) {
        block.insert(block.end(), {static_cast<std::uint8_t>(folder.size()), 0});
        for (const Samples& entry : folder)
            block.insert(block.end(), entry.begin(), entry.end());
        block.insert(block.end(), 4, 0);
    }
    return block;
}

} // namespace blurig::test
