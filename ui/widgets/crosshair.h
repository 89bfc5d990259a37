// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>
#include <QRectF>

class QPainter;

namespace blurig::ui {

// Thin lines through `at` across the picture, light on dark on both sides so that they show on any colours; open around
// the point itself. A pinned one has a ring.
void paintCrosshair(QPainter& painter, const QRectF& picture, QPointF at, bool pinned);

} // namespace blurig::ui
