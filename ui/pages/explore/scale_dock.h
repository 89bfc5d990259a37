// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/bulk.h"
#include "ui/engine/explore_view.h"
#include "ui/export/figure_chart.h"
#include "ui/panels/score_curves.h"

#include <QWidget>

#include <optional>

class QToolButton;

namespace blurig::ui {

class Actions;
class ElidedLabel;
class ScaleChart;
class ScaleThumbnails;
class Session;
class Transport;

// The slider: its buttons and the sentence on the bulk of the evidence, the chart of scores, and small pictures of the
// input along its axis.
class ScaleDock : public QWidget {
    Q_OBJECT
public:
    ScaleDock(Session* session, Actions* actions, QWidget* parent = nullptr);

    void showInput(const ExploreView& view); // another picture, model or crop
    void showExplore(const ExploreView& view);
    void followSigma();
    void setSnap(bool snap);
    ScaleChart* chart() const { return m_chart; }
    std::optional<FigureChart> figureChart(const ExploreView& view) const; // of what is shown; none without a path

private:
    QWidget* makeControls();
    void showBulk(const ExploreView& view);

    Session* m_session;
    Transport* m_transport;
    ElidedLabel* m_sentence;
    QToolButton* m_goThere;
    ScaleChart* m_chart;
    ScaleThumbnails* m_thumbnails;
    ClassColors m_classColors;
    std::optional<PositionInterval> m_bulk; // of what is shown
};

} // namespace blurig::ui
