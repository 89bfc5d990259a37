// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scale/sigma.h"

#include <QColor>
#include <QString>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace blurig::ui {

struct ScoreCurve {
    QString name = {};
    QColor color = {};
    bool isTarget = false;           // drawn stronger
    std::vector<double> sigmas = {}; // ascending
    std::vector<double> scores = {};
    std::optional<double> cursor = {}; // sigma where it is read, marked on it; none: at the slider, unmarked
};

// A part of the path and how much of the change of the score lies in it, without sign.
struct ScaleShare {
    double from = 0; // sigma
    double to = 0;
    double amount = 0;

    bool operator==(const ScaleShare&) const = default;
};

// The scale slider and the chart of class scores in one: the x axis is sigma, spaced as u = log(1 + sigma/0.5), and the
// cursor on it is the slider's handle. Nodes that were evaluated are ticks on the axis, probes (forward passes) lighter
// ones. Behind the curves lies the density of the score's change, per unit of u, its highest step as high as the plot
// allows; a bracket names the interval that holds the bulk of it. Under the pointer all values are listed.
class ScaleChart : public QWidget {
    Q_OBJECT
public:
    explicit ScaleChart(QWidget* parent = nullptr);
    ~ScaleChart() override;

    void setRange(Sigma sigmaMax);
    void setSigma(Sigma sigma); // moves the cursor; emits nothing
    void setCurves(const std::vector<ScoreCurve>& curves);
    void setNodes(const std::vector<double>& gradientSigmas, const std::vector<double>& probeSigmas);
    void setDensity(const std::vector<ScaleShare>& shares);
    void setBulk(double fromSigma, double toSigma, const QString& words); // equal: none
    void setOriginalScale(double originalPixelsPerModelPixel);            // for the second figure of the read-out
    void setUnit(const QString& unit);                                    // of sigma; at first px
    void setSnap(bool snap);                                              // cursor moves from node to node
    Sigma sigma() const;
    Sigma sigmaMax() const;
    double placeOf(Sigma sigma) const; // x on the widget
    QSize sizeHint() const override;

Q_SIGNALS:
    // Mouse drag or click, wheel, arrow keys (fine: 1/200 of the axis, Shift: 1/20), Page, Home, End, [ and ] (nodes).
    void sigmaMoved(blurig::Sigma sigma);
    void released();    // the drag ended, or no key for a moment: the slider rests
    void placesMoved(); // placeOf() says something else now

protected:
    bool event(QEvent* event) override;

private:
    struct Data;
    std::unique_ptr<Data> m;
};

} // namespace blurig::ui
