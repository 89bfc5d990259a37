// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/look.h"

#include <QImage>

#include <map>
#include <memory>

namespace blurig::ui {

// A photo reduced to halves, quarters, ... on demand, in colour, in grey and dimmed: a reduction by more than 2 at
// painting time would alias, and reducing a large photo anew for every frame takes too long. One per photo, shared by
// all its views.
class PhotoPyramid {
public:
    static std::shared_ptr<PhotoPyramid> of(const QImage& photo); // null for a null image

    explicit PhotoPyramid(QImage photo);

    // The smallest level that has at least `scale` pixels for each pixel of the photo (the photo itself from 1/2 up).
    QImage level(double scale, Ground ground = Ground::Photo);
    QSize size() const { return m_photo.size(); }

private:
    QImage m_photo;
    std::map<std::pair<int, Ground>, QImage> m_levels;
};

} // namespace blurig::ui
