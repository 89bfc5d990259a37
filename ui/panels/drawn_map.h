// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/record/choice.h"
#include "core/render/clip_range.h"

#include <optional>

namespace blurig::ui {

// A map as a display draws it: computed when map, look, channels, sign, smoothing or clip change, and not when it is
// shown again.
class DrawnMap {
public:
    const Array& plane(const Array& map, const DisplayChoice& display);     // see planeOf()
    const ClipRange& range(const Array& map, const DisplayChoice& display); // see rangeOf()

private:
    void take(const Array& map, const DisplayChoice& display);

    Array m_map;
    DisplayChoice m_display;
    Array m_plane;
    std::optional<ClipRange> m_range;
};

} // namespace blurig::ui
