// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/frame_map.h"
#include "ui/widgets/pane_contents.h"
#include "ui/widgets/pane_layout.h"

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
    QString badge; // what the picture is not, over its corner
    bool hasInfo = false;
    std::optional<QPointF> crosshair = {}; // 0..1 of the frame
    bool pinned = false;
    bool focused = false;
    QFont font = {};
    QPalette palette = {};
};

// A pane on the screen. Paints every pixel of its place, those under a picture that covers its frame once only.
void paintPane(QPainter& painter, const PaneContents& contents, const PaneFace& face);

// Within the title's line, where the mark that explains the pane is.
QRectF infoPlace(const PaneFace& face);

} // namespace blurig::ui
