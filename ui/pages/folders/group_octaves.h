// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scales/octave_bands.h"
#include "core/scales/scale_groups.h"

#include <QWidget>

#include <vector>

class QCPBarsGroup;
class QCustomPlot;

namespace blurig::ui {

// What share of Blur IG's sum each octave of spatial frequency has, signed: the mean of each group.
class GroupOctaves : public QWidget {
    Q_OBJECT
public:
    explicit GroupOctaves(QWidget* parent = nullptr);

    void setContent(std::vector<ScaleGroup> groups, std::vector<OctaveBand> bands);
    QString table() const; // tab-separated, with intervals
    QSize sizeHint() const override { return {460, 260}; }

protected:
    bool event(QEvent* event) override;

private:
    void fill();

    QCustomPlot* m_plot;
    QCPBarsGroup* m_beside;
    std::vector<ScaleGroup> m_groups;
    std::vector<OctaveBand> m_bands;
};

} // namespace blurig::ui
