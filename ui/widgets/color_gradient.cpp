// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/color_gradient.h"

namespace blurig::ui {

QLinearGradient colorGradient(const ColorMap& map, QPointF low, QPointF high) {
    QLinearGradient colors(low, high);
    QGradientStops stops;
    for (std::size_t i = 0; i < map.colors.size(); ++i) {
        const auto& c = map.colors[i];
        stops << QGradientStop(static_cast<double>(i) / static_cast<double>(map.colors.size() - 1),
                               QColor(c[0], c[1], c[2]));
    }
    colors.setStops(stops);
    return colors;
}

} // namespace blurig::ui
