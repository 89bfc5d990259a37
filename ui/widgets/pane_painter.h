// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/frame_map.h"
#include "ui/widgets/pane_contents.h"
#include "ui/widgets/pane_layout.h"
#include "ui/widgets/wrapped_text.h"

#include <QFont>
#include <QPalette>
#include <QRect>
#include <QString>

#include <optional>

namespace blurig::ui {

// What of an image pane stands around its picture, and where.
struct PaneFace {
    QRect place; // all of the pane
    PaneLayout layout;
    FrameMap map; // of the picture
    QString title;
    QString value; // under the crosshair
    QString caption;
    std::optional<QPointF> crosshair = {}; // 0..1 of the frame
    bool pinned = false;
    bool focused = false;
    QFont font = {};
    QPalette palette = {};
};

// A pane on the screen. Paints every pixel of its place, those under a picture that covers its frame once only.
void paintPane(QPainter& painter, const PaneContents& contents, const PaneFace& face);

WrappedText captionLines(const QString& caption, const QRectF& place, const QFont& font); // that fit a pane

} // namespace blurig::ui
