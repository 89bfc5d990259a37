// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/clip_range.h"
#include "ui/pages/compare/compare_flow.h"
#include "ui/widgets/image_pane.h"

#include <QObject>

#include <optional>

class QStackedWidget;

namespace blurig::ui {

class AgreementTable;
class CompareControls;
class CompareGrid;
class CompareLook;
class OctaveFlow;
class ComparePane;
class PairBar;
class PairView;
class Session;

// Brings what the flow knows of the panes into the page's widgets: each map in its range or in one for all, A against
// B, and how far the maps agree.
class ComparePresenter : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Session* session;
        CompareFlow* flow;
        CompareControls* controls;
        CompareLook* look;
        PairBar* bar;
        QStackedWidget* views; // the grid, or A against B
        CompareGrid* grid;
        PairView* pair;
        AgreementTable* agreement;
    };
    explicit ComparePresenter(const Parts& parts, QObject* parent = nullptr);

    void follow(Session::Changes what); // Display or Frame
    void followPart();
    bool settled() const;
    Array shownMap(std::size_t index) const; // the run's, or its chosen octave; empty: none
    void prepare(ComparePane* pane);         // a new one: gives it the input

Q_SIGNALS:
    void mapsChanged();

private:
    // The range that a pane's colours have; `others`: it is shared with another pane.
    struct DrawnRange {
        ClipRange range;
        bool others = false;
    };

    void showInput();
    void showFrame();
    void showPanes();
    void onPanes();
    void onPane(std::size_t index);
    void showPane(std::size_t index, const DrawnRange& range);
    void showAgreement();
    void showPair();
    void showValues();
    void followFocus(QWidget* now);
    std::optional<ClipRange> ownRange(std::size_t index) const; // none without a map
    void askOctaves();
    std::vector<DrawnRange> drawnRanges() const;
    FrameKind frame() const;
    bool namesModels() const; // the panes are not all of one model

    Parts m;
    OctaveFlow* m_octaves;
    std::size_t m_clicked = 0; // pane; its values are in the histogram
};

} // namespace blurig::ui
