// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/color_bar.h"

#include <QFont>
#include <QRectF>
#include <QSizeF>

#include <span>

namespace blurig::ui {

// The places inside an image pane. Equal panes with equal frames have equal places whatever they show, so that linked
// pictures line up: room for the colour bar and two lines of caption is always kept.
struct PaneLayout {
    QRectF title;
    QRectF picture;
    QRectF bar;
    QRectF caption;
    Qt::Orientation barOrientation = Qt::Horizontal;
};

// The largest picture with the frame's proportions, the colour bar below or to the right, whichever leaves more room.
// Edges of the picture fall on device pixels.
PaneLayout layOutPane(QSizeF pane, QSizeF frame, const QFont& font, double devicePixelRatio);

// Where there is no bar, or no words at any, the caption takes their place.
QRectF captionPlace(const PaneLayout& layout, std::span<const ColorBar> bars, const QFont& font);

// The size at which a pane has this picture, with the bar below and `captionLines` lines of caption.
QSizeF paneSizeFor(QSizeF picture, const QFont& font, int captionLines = 2);

} // namespace blurig::ui
