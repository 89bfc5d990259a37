// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/plot_library.h"

namespace blurig::ui {

// The line at the slider's sigma and the slider's handle at its foot.
struct ScaleCursor {
    double sigma = 0;
    bool focused = false;
    QColor color = {};
    QColor face = {}; // the ring between handle and groove

    void paint(QCPPainter& painter, const QCustomPlot& plot) const;
    QRegion place(const QCustomPlot& plot) const;
};

} // namespace blurig::ui
