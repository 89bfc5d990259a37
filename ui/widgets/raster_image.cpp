// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/raster_image.h"

#include "core/wide_vectors.h"

#include <QtEndian>

#include <algorithm>
#include <cstdint>

namespace blurig::ui {

namespace {

BLURIG_WIDE_VECTORS void toWords(const std::uint8_t* rgba, std::size_t count, QRgb* to) {
    for (std::size_t i = 0; i < count; ++i) {
        const auto abgr = qFromLittleEndian<quint32>(rgba + 4 * i);
        to[i] = (abgr & 0xff00ff00U) | (abgr & 0xffU) << 16 | (abgr >> 16 & 0xffU);
    }
}

} // namespace

QImage imageOf(const Raster& raster, QImage::Format format) {
    QImage image(raster.width, raster.height, format);
    auto* const words = reinterpret_cast<QRgb*>(image.bits()); // lines of words follow each other without a gap
    const std::size_t count = raster.rgba->size() / 4;
    toWords(raster.rgba->data(), count, words);
    if (format == QImage::Format_ARGB32_Premultiplied)
        std::transform(words, words + count, words, [](QRgb pixel) { return qPremultiply(pixel); });
    return image;
}

} // namespace blurig::ui
