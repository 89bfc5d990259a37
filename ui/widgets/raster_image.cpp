// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/raster_image.h"

#include "core/wide_vectors.h"

#include <QtEndian>

#include <cstdint>

namespace blurig::ui {

namespace {

QRgb wordOf(const std::uint8_t* rgba) {
    const auto abgr = qFromLittleEndian<quint32>(rgba);
    return (abgr & 0xff00ff00U) | (abgr & 0xffU) << 16 | (abgr >> 16 & 0xffU);
}

BLURIG_WIDE_VECTORS void toWords(const std::uint8_t* rgba, std::size_t count, QRgb* to) {
    for (std::size_t i = 0; i < count; ++i)
        to[i] = wordOf(rgba + 4 * i);
}

// As qPremultiply(), which is no vector code: red and blue in one product, green in another.
BLURIG_WIDE_VECTORS void toPremultiplied(const std::uint8_t* rgba, std::size_t count, QRgb* to) {
    for (std::size_t i = 0; i < count; ++i) {
        const QRgb pixel = wordOf(rgba + 4 * i);
        const QRgb alpha = pixel >> 24;
        QRgb redBlue = (pixel & 0xff00ffU) * alpha;
        redBlue = (redBlue + ((redBlue >> 8) & 0xff00ffU) + 0x800080U) >> 8 & 0xff00ffU;
        QRgb green = (pixel >> 8 & 0xffU) * alpha;
        green = (green + (green >> 8) + 0x80U) & 0xff00U;
        to[i] = redBlue | green | alpha << 24;
    }
}

} // namespace

QImage imageOf(const Raster& raster, QImage::Format format) {
    QImage image(raster.width, raster.height, format);
    auto* const words = reinterpret_cast<QRgb*>(image.bits()); // lines of words follow each other without a gap
    const std::size_t count = raster.rgba->size() / 4;
    if (format == QImage::Format_ARGB32_Premultiplied)
        toPremultiplied(raster.rgba->data(), count, words);
    else
        toWords(raster.rgba->data(), count, words);
    return image;
}

} // namespace blurig::ui
