// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/shared_histogram.h"
#include "ui/panels/spread_series.h"

#include <QWidget>

class QButtonGroup;
class QCustomPlot;

namespace blurig::ui {

// How a figure spreads over photos, a row a method: box plots, or histograms in the same bins.
class SpreadChart : public QWidget {
    Q_OBJECT
public:
    enum class Kind { BoxPlots, Histograms };
    explicit SpreadChart(QWidget* parent = nullptr);

    void setContent(const QString& figure, std::vector<SpreadSeries> series);
    void setKind(Kind kind);
    QString table() const; // tab-separated, of what is shown
    QSize sizeHint() const override { return {420, 260}; }

protected:
    bool event(QEvent* event) override;

private:
    void offer(Kind kind, const char* name, const QString& text, const QString& help);
    Kind kind() const;
    void fill();
    void labelRows();
    std::pair<double, double> valueRange() const;

    QButtonGroup* m_kinds;
    QCustomPlot* m_plot;
    QString m_figure;
    std::vector<SpreadSeries> m_series;
    SharedHistogram m_histogram;
};

} // namespace blurig::ui
