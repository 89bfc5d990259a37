// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scales/scale_groups.h"

#include <QWidget>

#include <vector>

class QCustomPlot;

namespace blurig::ui {

// The score against sigma as a share of the photo's own: the mean of each group, with its 95 % interval.
class GroupCurves : public QWidget {
    Q_OBJECT
public:
    explicit GroupCurves(QWidget* parent = nullptr);

    void setContent(std::vector<ScaleGroup> groups, double end); // end: of the curves' axis, sigma in px
    QString table() const;                                       // tab-separated
    QSize sizeHint() const override { return {460, 260}; }

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void placeTicks();

    QCustomPlot* m_plot;
    std::vector<ScaleGroup> m_groups;
    double m_end = 1;
};

} // namespace blurig::ui
