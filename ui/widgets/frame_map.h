// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QPointF>
#include <QRectF>

class QPainter;

namespace blurig::ui {

// Where a frame lies in a window onto it: `picture` is the window in widget coordinates, and shows the whole frame at
// zoom 1. Points of the frame run from 0 to 1.
class FrameMap {
public:
    FrameMap(const QRectF& picture, double zoom, QPointF center);

    QPointF toWidget(QPointF unit) const;
    QPointF toUnit(QPointF widget) const;
    const QRectF& picture() const { return m_picture; }
    const QRectF& whole() const {
        return m_whole;
    } // the whole frame in widget coordinates, beyond the window when zoomed

private:
    QRectF m_picture;
    QRectF m_whole;
};

// Draws the part of `image` that meets `clip`, where the whole image would fill `whole`. Pixels are squares when
// enlarged beyond 2x (of device pixels), else interpolated. Keeps coordinates small at any zoom.
void drawPart(QPainter& painter, const QImage& image, const QRectF& whole, const QRectF& clip);

} // namespace blurig::ui
