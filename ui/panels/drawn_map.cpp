// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/drawn_map.h"

#include "ui/panels/map_look.h"

namespace blurig::ui {

void DrawnMap::take(const Array& map, const DisplayChoice& display) {
    const bool sameMap = map.storage() == m_map.storage();
    const bool samePlane = sameMap && display.reduction == m_display.reduction && display.part == m_display.part &&
                           display.look == m_display.look && display.smoothing == m_display.smoothing;
    if (!samePlane)
        m_plane = planeOf(map, display);
    if (!samePlane || display.clipLowPercentile != m_display.clipLowPercentile ||
        display.clipPercentile != m_display.clipPercentile)
        m_range.reset();
    m_map = map;
    m_display = display;
}

const Array& DrawnMap::plane(const Array& map, const DisplayChoice& display) {
    take(map, display);
    return m_plane;
}

const ClipRange& DrawnMap::range(const Array& map, const DisplayChoice& display) {
    take(map, display);
    if (!m_range)
        m_range = clipRange(m_plane, display.clipLowPercentile, display.clipPercentile);
    return *m_range;
}

} // namespace blurig::ui
