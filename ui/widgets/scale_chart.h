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

// The scale slider and the chart of class scores in one: the x axis is sigma, spaced as log(1 + sigma/0.5), and the
// cursor on it is the slider's handle. Nodes that were evaluated are ticks on the axis, probes (forward passes) lighter
// ones; the interval that holds the bulk of the attribution mass is shaded.
class ScaleChart : public QWidget {
    Q_OBJECT
public:
    explicit ScaleChart(QWidget* parent = nullptr);
    ~ScaleChart() override;

    void setRange(Sigma sigmaMax);
    void setSigma(Sigma sigma); // moves the cursor; emits nothing
    void setCurves(const std::vector<ScoreCurve>& curves);
    void setNodes(const std::vector<double>& gradientSigmas, const std::vector<double>& probeSigmas);
    void setBulk(double fromSigma, double toSigma);            // equal: none
    void setOriginalScale(double originalPixelsPerModelPixel); // for the second figure of the read-out
    void setSnap(bool snap);                                   // cursor moves from node to node
    Sigma sigma() const;
    Sigma sigmaMax() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    // Mouse drag or click, wheel, arrow keys (fine: 1/200 of the axis, Shift: 1/20), Page, Home, End, [ and ] (nodes).
    void sigmaMoved(blurig::Sigma sigma);
    void released(); // the drag ended, or no key for a moment: the slider rests

protected:
    bool event(QEvent* event) override;

private:
    struct Data;
    std::unique_ptr<Data> m;
};

} // namespace blurig::ui
