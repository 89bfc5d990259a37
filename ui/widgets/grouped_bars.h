// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/plot_library.h"

#include <QString>

#include <vector>

namespace blurig::ui {

struct NamedBars {
    QString name;
    std::vector<double> values; // at 0, 1, 2, ...; NaN leaves one out
};

// Signed bars side by side, told apart by colour and pattern; one without values keeps its colour and place. The value
// axis shows them all, with 0.
void addGroupedBars(QCustomPlot& plot, QCPBarsGroup* group, const QPalette& palette,
                    const std::vector<NamedBars>& series);

} // namespace blurig::ui
