// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/pane_layout.h"

#include "ui/widgets/theme.h"

#include <cmath>

namespace blurig::ui {

namespace {

constexpr double edge = 1; // px around the picture, for its frame

double snapped(double value, double devicePixelRatio) {
    return std::floor(value * devicePixelRatio) / devicePixelRatio;
}

QSizeF fitted(QSizeF frame, QSizeF room) {
    if (room.width() <= 0 || room.height() <= 0 || frame.isEmpty())
        return {0, 0};
    return frame.scaled(room, Qt::KeepAspectRatio);
}

double headHeight(PaneHead head) {
    return head == PaneHead::Shown ? sizes::control : edge;
}

} // namespace

PaneLayout layOutPane(QSizeF pane, QSizeF frame, PaneHead head, double devicePixelRatio) {
    const double top = headHeight(head);
    const QSizeF size = fitted(frame, {pane.width() - 2 * edge, pane.height() - top - sizes::paneFoot});
    const QSizeF exact(snapped(size.width(), devicePixelRatio), snapped(size.height(), devicePixelRatio));
    const double left = snapped((pane.width() - exact.width()) / 2, devicePixelRatio);
    PaneLayout layout;
    layout.picture = QRectF(QPointF(left, top), exact);
    if (head == PaneHead::Shown)
        layout.title = QRectF(left, 0, exact.width(), top);
    layout.bar = QRectF(left, layout.picture.bottom() + edge, exact.width(), sizes::paneFoot - edge);
    return layout;
}

QSizeF paneSizeFor(QSizeF picture, PaneHead head) {
    return {picture.width() + 2 * edge, headHeight(head) + picture.height() + sizes::paneFoot};
}

} // namespace blurig::ui
