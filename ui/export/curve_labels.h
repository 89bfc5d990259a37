// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineF>
#include <QPolygonF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace blurig::ui {

// The name of a curve beside it.
struct CurveLabel {
    QRectF place;
    QLineF way; // from it to the nearest point of its curve
};

// A place within `room` for each curve's label, the first chosen first: near a part of its own curve where that can be
// told from the others, and farther from those; over no curve, none of `lines`, which have no label, no other label and
// nothing of `taken`, where that can be.
struct LabelRoom {
    QRectF room;
    double em = 0; // the size of the text
    std::vector<QPolygonF> lines = {};
    std::vector<QRectF> taken = {};
};
std::vector<CurveLabel> placeLabels(const std::vector<QPolygonF>& curves, const std::vector<QSizeF>& sizes,
                                    const LabelRoom& in);

} // namespace blurig::ui
