// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace blurig::ui {

// What a press on a crop takes hold of: its inside, an edge or corner, or nothing (a new rectangle begins).
struct CropGrip {
    enum class Kind { Anew, Move, Resize };
    Kind kind = Kind::Anew;
    int x = 0; // of Resize: -1 left edge, 1 right edge, 0 neither
    int y = 0; // -1 top, 1 bottom

    bool operator==(const CropGrip&) const = default;
};

// All in pixels of the photo. `reach`: how near to an edge still holds it.
CropGrip gripAt(const QRectF& crop, QSizeF photo, QPointF at, double reach);
Qt::CursorShape cursorOf(const CropGrip& grip);

enum class Proportions { Kept, Free };

// The rectangle after dragging from one point to another: inside the photo, at least 2 px a side, with width / height =
// `aspectRatio` where proportions are kept (to the whole pixel that its edges fall on).
QRectF draggedCrop(const CropGrip& grip, const QRectF& crop, QSizeF photo, QPointF from, QPointF to, double aspectRatio,
                   Proportions proportions);

} // namespace blurig::ui
