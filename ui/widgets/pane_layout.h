// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRectF>
#include <QSizeF>

namespace blurig::ui {

enum class PaneHead { Shown, None }; // none where the owner puts a header of its own above the pane

// The places inside an image pane: one line of title, the picture, one line for the colour bar. Equal panes with equal
// frames have equal places whatever they show, so that linked pictures line up.
struct PaneLayout {
    QRectF title;
    QRectF picture;
    QRectF bar;
};

// The largest picture with the frame's proportions. Its edges fall on device pixels.
PaneLayout layOutPane(QSizeF pane, QSizeF frame, PaneHead head, double devicePixelRatio);

// The size at which a pane has this picture.
QSizeF paneSizeFor(QSizeF picture, PaneHead head);

} // namespace blurig::ui
