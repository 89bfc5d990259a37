// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/scales/band_axis.h"
#include "ui/widgets/plot_library.h"

#include <vector>

namespace blurig::ui {

// A part of the path with its name: where a label is the greatest, or what holds a share of the change.
struct NamedStretch {
    QString name;
    QColor color = {};
    double from = 0; // sigma
    double to = 0;
};

// On the band chart: the intervals that hold the bulk of the change as bars under its upper edge, and the labels as a
// strip along its axis. Names end in dots where they have no room.
class BandMarks : public QCPAbstractItem {
public:
    static constexpr double stripHeight = 18; // px
    static constexpr double barHeight = 14;

    explicit BandMarks(QCustomPlot* plot);

    BandAxis axis;
    std::vector<NamedStretch> labels;
    std::vector<NamedStretch> bulks;
    QFont font;
    QColor text;
    QColor line;
    QColor accent;

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override;

private:
    QRectF placeOf(const NamedStretch& stretch, double top, double height) const;
};

} // namespace blurig::ui
