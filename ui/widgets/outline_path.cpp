// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/outline_path.h"

#include <QPolygonF>

namespace blurig::ui {

QPainterPath pathOf(const std::vector<Outline>& outlines) {
    QPainterPath path;
    for (const Outline& outline : outlines) {
        QPolygonF corners;
        for (const Corner& corner : outline)
            corners << QPointF(corner.x, corner.y);
        path.addPolygon(corners);
        path.closeSubpath();
    }
    return path;
}

} // namespace blurig::ui
