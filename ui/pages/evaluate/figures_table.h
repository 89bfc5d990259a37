// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/study_summary.h"

#include <QTableWidget>

namespace blurig::ui {

// Means with their intervals: a row a method, a column a figure. A click on a figure's head chooses it.
class FiguresTable : public QTableWidget {
    Q_OBJECT
public:
    explicit FiguresTable(QWidget* parent = nullptr);

    void setSummary(const StudySummary& summary);
    QString text() const; // tab-separated

Q_SIGNALS:
    void figureChosen(int figure);
};

} // namespace blurig::ui
