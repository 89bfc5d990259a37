// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/compare/compare_flow.h"
#include "ui/panels/drawn_map.h"
#include "ui/widgets/image_pane.h"

#include <QFrame>

class QAction;
class QLabel;
class QToolButton;

namespace blurig::ui {

class EvidenceOffer;
class MethodBox;
class PaneFacts;

// One method of the comparison: a line that says what it is and how far its sum is from the score, and its map.
class ComparePane : public QFrame {
    Q_OBJECT
public:
    ComparePane(std::size_t index, LinkedView* view, QWidget* parent = nullptr);

    std::size_t index() const { return m_index; }
    ImagePane* image() const { return m_image; }
    PaneFacts* facts() const { return m_facts; }
    QString name() const; // "IG · black"
    std::vector<QWidget*> tabOrder() const;
    void setInput(const Subject& input, FrameKind frame);
    struct Look {
        DisplayChoice display;
        ClipRange range;
        bool sharedRange = false;
        bool namesModel = false; // where the panes are not all of one model
        Array map = {};          // in place of the run's: a part of it
        QString part = {};       // what the map is a part of, in words; or why there is none
    };
    void show(const ComparePaneView& pane, const Look& look);
    ClipRange rangeOf(const Array& map, const DisplayChoice& display); // that its map has of its own
    void setMark(const QString& letter); // "A" or "B" where it is looked at against another

    static constexpr const char* mimeType = "application/x-blurig-compare-pane"; // the index, as text

Q_SIGNALS:
    void methodChosen(const QString& id);
    void parametersRequested();
    void goOnRequested();
    void scoreWanted(const QString& score); // of Choice::score
    void duplicateRequested();
    void removeRequested();
    void moveRequested(int to); // the place that it shall have
    void aRequested();
    void bRequested();
    void maximizeRequested();
    void dropped(std::size_t from); // another pane onto this one

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeHeader();
    void makeMenu();
    void showRun(const ComparePaneView& pane, const Look& look);
    void showFigures();

    std::size_t m_index;
    QLabel* m_mark;
    MethodBox* m_method;
    PaneFacts* m_facts;
    QToolButton* m_menu;
    QAction* m_goOn = nullptr;
    ImagePane* m_image;
    EvidenceOffer* m_offer;
    QPoint m_pressed;
    Array m_input; // that the picture stands for
    DrawnMap m_drawn;
};

} // namespace blurig::ui
