// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/clip_range.h"
#include "ui/pages/compare/compare_flow.h"
#include "ui/widgets/image_pane.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QSplitter;
class QStackedWidget;
class QTimer;

namespace blurig::ui {

class AgreementTable;
class ClassPicker;
class CompareGrid;
class ComparePane;
class CropPanel;
class DisplayPanel;
class ExploreFlow;
class FileDialogs;
class PairBar;
class PairMode;
class PairView;
class ParametersDialog;
class Session;
class Settings;

// Methods side by side on one picture and target: a grid of panes with linked views and one honest range, what each
// cost and how complete it is, and how far the maps agree. Writes the session's choice; the flow does the rest.
class ComparePage : public QWidget {
    Q_OBJECT
public:
    ComparePage(Session* session, ExploreFlow* opened, CompareFlow* flow, Settings* settings, FileDialogs* dialogs,
                QWidget* parent = nullptr);

    CompareGrid* grid() const { return m_grid; }
    PairView* pair() const { return m_pair; }
    void saveLayout() const;
    bool settled() const; // all panes have ended, and what is computed of their maps is there

    // Every path method gets the same budget of gradients, or refines until the same gap.
    void setSameGradients(int gradients);
    void setSameGap(double gap); // a fraction

    void flicker(); // shows A and B by turns; at once, if they are shown so

Q_SIGNALS:
    void computed(); // something of the maps: their agreement, a histogram

private:
    void layOutLeftColumn();
    QWidget* makeControls();
    QWidget* makeFairness();
    void connectPane(ComparePane* pane);
    void editPane(std::size_t index, const std::function<void(PaneChoice&)>& change);
    void editPanes(const std::function<void(std::vector<PaneChoice>&)>& change);
    void edit(const std::function<void(CompareChoice&)>& change);
    void connectPair();
    void showParameters(std::size_t index);
    void offerLayers(ParametersDialog* dialog, std::size_t index);

    void showInput();
    void showPanes();
    void showPane(std::size_t index, const ClipRange& range);
    void showAgreement();
    void showPair();
    void showValues();
    std::optional<ClipRange> ownRange(std::size_t index) const; // none without a map
    FrameKind frame() const;
    bool namesModels() const; // the panes are not all of one model

    Session* m_session;
    CompareFlow* m_flow;
    Settings* m_settings;
    FileDialogs* m_dialogs;
    PairBar* m_bar;
    QStackedWidget* m_views; // the grid, or A against B
    CompareGrid* m_grid;
    PairView* m_pair;
    CropPanel* m_crop;
    ClassPicker* m_classes;
    QComboBox* m_presets;
    DisplayPanel* m_display;
    QCheckBox* m_sharedRange;
    AgreementTable* m_agreement;
    QSplitter* m_columns;
    QSplitter* m_left;
    QSplitter* m_right;
    std::size_t m_clicked = 0; // pane; its values are in the histogram
};

} // namespace blurig::ui
