// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/page.h"

class QStackedWidget;

namespace blurig::ui {

class AgreementDrawer;
class CompareControls;
class CompareEditor;
class CompareFlow;
class CompareGrid;
class CompareLook;
class ComparePane;
class ComparePresenter;
class PairBar;
class PairView;
class LocalisationMarks;
class MarkActions;
class ParametersDialog;
struct RunView;

// Methods side by side on one picture and target: a grid of the photo and the panes with linked views, what each cost
// and how complete it is, and how far the maps agree. Lays out; what the user does goes to the editor, what is known
// comes through the presenter.
class ComparePage : public Page {
    Q_OBJECT
public:
    explicit ComparePage(const PageHost& host, QWidget* parent = nullptr);

    View view() const override;
    bool settled() const override;
    void cancel() override;
    void putShown(Choice& choice) const override;

    void flicker(); // shows A and B by turns; at once, if they are shown so

protected:
    void follow(Session::Changes what) override;
    void followPart() override;

private:
    QWidget* makeCanvas();
    void layOut();
    void connectAgreement();
    void connectFlow();
    void connectMarks();
    void connectPane(ComparePane* pane);
    void connectPair();
    void showParameters(std::size_t index);
    void offerLayers(ParametersDialog* dialog, std::size_t index);
    bool showsPair() const;
    bool isSeen(std::size_t pane) const;
    PaneChoice computationOf(const RunView& run) const;
    QString factsOf(std::size_t index) const;
    void addPanes(View& view) const;
    void addCompanions(View& view) const;

    CompareFlow* m_flow;
    CompareEditor* m_editor;
    QStackedWidget* m_views;
    CompareGrid* m_grid;
    PairView* m_pair;
    PairBar* m_bar;
    AgreementDrawer* m_agreement;
    CompareControls* m_controls;
    CompareLook* m_look;
    ComparePresenter* m_presenter;
    LocalisationMarks* m_marks;
    MarkActions* m_markActions;
};

PageDescription comparePage();

} // namespace blurig::ui
