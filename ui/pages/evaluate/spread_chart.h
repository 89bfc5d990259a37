// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QCustomPlot;

namespace blurig::ui {

// How a figure spreads over photos: a box plot a method (median, quartiles, whiskers to 1.5 of their distance, points
// beyond).
class SpreadChart : public QWidget {
    Q_OBJECT
public:
    struct Series {
        QString name;
        std::vector<double> values;
    };
    explicit SpreadChart(QWidget* parent = nullptr);

    void setContent(const QString& figure, std::vector<Series> series);
    QString table() const; // tab-separated: name, values, median, quartiles
    QSize sizeHint() const override { return {420, 220}; }

protected:
    bool event(QEvent* event) override;

private:
    void fill();

    QCustomPlot* m_plot;
    QString m_figure;
    std::vector<Series> m_series;
};

} // namespace blurig::ui
