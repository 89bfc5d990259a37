// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/photo_pyramid.h"

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

QImage dimmed(QImage photo) {
    for (int y = 0; y < photo.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(photo.scanLine(y));
        std::transform(line, line + photo.width(), line, [](QRgb pixel) {
            const auto dim = [](int level) { return dimmedLevel(static_cast<std::uint8_t>(level)); };
            return qRgb(dim(qRed(pixel)), dim(qGreen(pixel)), dim(qBlue(pixel)));
        });
    }
    return photo;
}

} // namespace

std::shared_ptr<PhotoPyramid> PhotoPyramid::of(const QImage& photo) {
    if (photo.isNull())
        return nullptr;
    // By the pixels, which several images of one picture share; of the window's thread only.
    static std::map<const uchar*, std::weak_ptr<PhotoPyramid>> known;
    std::erase_if(known, [](const auto& entry) { return entry.second.expired(); });
    std::weak_ptr<PhotoPyramid>& entry = known[photo.constBits()];
    std::shared_ptr<PhotoPyramid> pyramid = entry.lock();
    if (!pyramid) {
        pyramid = std::make_shared<PhotoPyramid>(photo);
        entry = pyramid;
    }
    return pyramid;
}

PhotoPyramid::PhotoPyramid(QImage photo)
    : m_photo(std::move(photo)) {}

QImage PhotoPyramid::level(double scale, Ground ground) {
    int step = scale > 0 ? static_cast<int>(std::floor(std::log2(1.0 / scale))) : 0;
    step = std::clamp(step, 0, static_cast<int>(std::log2(std::max(1, std::max(m_photo.width(), m_photo.height())))));
    const auto known = m_levels.find({step, ground});
    if (known != m_levels.end())
        return known->second;
    QImage made;
    if (ground == Ground::Grey)
        made = level(scale, Ground::Photo).convertToFormat(QImage::Format_Grayscale8);
    else if (ground == Ground::Dimmed)
        made = dimmed(level(scale, Ground::Photo));
    else if (step == 0)
        made = m_photo;
    else
        made = m_photo.scaled(std::max(1, m_photo.width() >> step), std::max(1, m_photo.height() >> step),
                              Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    made = made.convertToFormat(QImage::Format_RGB32); // what the painter takes as it is
    m_levels[{step, ground}] = made;
    return made;
}

} // namespace blurig::ui
