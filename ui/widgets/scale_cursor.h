// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/plot_library.h"

namespace blurig::ui {

// The line at the slider's sigma and the slider's handle at its foot.
class ScaleCursor : public QCPAbstractItem {
public:
    explicit ScaleCursor(QCustomPlot* plot);

    double sigma = 0;
    bool focused = false;
    QColor color;
    QColor face; // the ring between handle and groove

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

protected:
    void draw(QCPPainter* painter) override;
};

} // namespace blurig::ui
