// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/compare/compare_flow.h"
#include "ui/panels/drawn_map.h"
#include "ui/widgets/image_pane.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QToolButton;

namespace blurig::ui {

class EvidenceOffer;
class FiguresLine;

// One method of the comparison: what it is, its map, what it cost and how far its sum is from the score.
class ComparePane : public QFrame {
    Q_OBJECT
public:
    ComparePane(std::size_t index, LinkedView* view, QWidget* parent = nullptr);

    std::size_t index() const { return m_index; }
    ImagePane* image() const { return m_image; }
    void setInput(const Subject& input, FrameKind frame);
    struct Look {
        DisplayChoice display;
        ClipRange range;
        bool sharedRange = false;
        bool namesModel = false; // where the panes are not all of one model
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

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

Q_SIGNALS:
    void dropped(std::size_t from); // another pane onto this one

private:
    QWidget* makeHeader();

    std::size_t m_index;
    QLabel* m_mark;
    QComboBox* m_method;
    QToolButton* m_goOn;
    ImagePane* m_image;
    EvidenceOffer* m_offer;
    FiguresLine* m_figures;
    QPoint m_pressed;
    Array m_input; // that the picture stands for
    DrawnMap m_drawn;
};

} // namespace blurig::ui
