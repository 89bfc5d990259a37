// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/image/finish_picture.h"

#include "core/image/on_white.h"
#include "core/image/orientation.h"

#include <limits>

namespace blurig {
namespace {

// RGBA to RGB in place: what is written never overtakes what is read. Returns whether anything was transparent.
template <typename Sample> bool compositeOnWhite(std::vector<Sample>& samples, Alpha alpha) {
    bool transparent = false;
    Sample* to = samples.data();
    const Sample* const end = samples.data() + samples.size();
    for (const Sample* from = samples.data(); from != end; from += 4) {
        const Sample opacity = from[3];
        transparent = transparent || opacity != std::numeric_limits<Sample>::max();
        for (int channel = 0; channel < 3; ++channel)
            *to++ = onWhite(from[channel], opacity, alpha);
    }
    samples.resize(samples.size() / 4 * 3);
    return transparent;
}

} // namespace

std::shared_ptr<const Picture::Pixels> finishPicture(RawPicture& raw) {
    if (!raw.samples16.empty())
        raw.notes.emplace_back("16 bits a channel");
    if (raw.alpha != Alpha::None) {
        const bool transparent = raw.samples16.empty() ? compositeOnWhite(raw.samples8, raw.alpha)
                                                       : compositeOnWhite(raw.samples16, raw.alpha);
        if (transparent)
            raw.notes.emplace_back("transparency composited on white");
    }
    auto pixels = std::make_shared<Picture::Pixels>();
    pixels->width = raw.width;
    pixels->height = raw.height;
    pixels->samples8 = std::move(raw.samples8);
    pixels->samples16 = std::move(raw.samples16);
    if (raw.orientation > 1) {
        makeUpright(*pixels, raw.orientation);
        raw.notes.emplace_back("rotated upright according to its EXIF orientation");
    }
    return pixels;
}

} // namespace blurig
