// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/curve_cursors.h"
#include "ui/widgets/scale_cursor.h"
#include "ui/widgets/scale_hover.h"
#include "ui/widgets/scale_legend.h"

#include <QImage>
#include <QWidget>

namespace blurig::ui {

// Covers the plot with its latest picture, and paints upon it what moves with the slider: a move copies the picture
// where that was and is.
class ScaleOverlay : public QWidget {
public:
    ScaleOverlay(QCustomPlot* plot, QWidget* parent);

    ScaleCursor cursor;
    CurveCursors curveCursors;
    ScaleLegend legend;
    ScaleHover hover;
    void refresh(); // after a change of these

protected:
    void paintEvent(QPaintEvent*) override;

private:
    void takePicture();

    QCustomPlot* m_plot;
    QImage m_picture;
    QRegion m_shown;
};

} // namespace blurig::ui
