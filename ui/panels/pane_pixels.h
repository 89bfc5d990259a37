// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/frame_map.h"
#include "ui/widgets/image_pane.h"

#include <QPointF>
#include <QTransform>

namespace blurig::ui {

// Where places of a pane lie now: on the widget, in model pixels, in pixels of the photo. They may lie outside. Rows of a
// spectrogram count from the bottom.
class PanePixels {
public:
    PanePixels(const ImagePane& pane, const LinkedView& view);

    QPointF toModel(QPointF widget) const;
    QPointF toPhoto(QPointF widget) const;
    QPointF modelToWidget(QPointF model) const;
    QTransform frameToWidget(QSize cells) const; // the frame as a grid of so many cells

private:
    double rowOf(double y) const; // and back

    const ImagePane& m_pane;
    FrameMap m_map;
};

} // namespace blurig::ui
