// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scales/signal_way.h"

#include <QString>
#include <QWidget>

#include <memory>

namespace blurig::ui {

// A signal at one place of its way over the signal at the input, with its local extrema: what dies next, grows here or
// has just appeared has a shape of its own. A drag draws another signal.
class SignalChart : public QWidget {
    Q_OBJECT
public:
    explicit SignalChart(QWidget* parent = nullptr);
    ~SignalChart() override;

    void setWay(std::shared_ptr<const SignalWay> way, ValueRange range); // null: nothing is shown
    void setStep(int step);
    QString table() const; // tab-separated: place, value, extremum
    QSize sizeHint() const override { return {320, 180}; }

Q_SIGNALS:
    void drawn(const std::vector<float>& values, bool begins); // of the range 0 to 1; `begins`: the first of a drag

protected:
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Data;
    void drawTo(const QPointF& point, bool begins);

    std::unique_ptr<Data> m;
};

} // namespace blurig::ui
