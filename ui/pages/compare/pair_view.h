// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/compare/pair_mode.h"

#include <QWidget>

namespace blurig::ui {

class SwipeDivider;

// Two of the comparison's panes as one large one, in one of the modes.
class PairView : public QWidget {
    Q_OBJECT
public:
    explicit PairView(LinkedView* view, QWidget* parent = nullptr);

    ImagePane* image() const { return m_image; }

    void show(const PairMode& mode, const PanePair& pair);
    void showMessage(const QString& text); // instead: what there is to wait for, or to do
    void turn();                           // from A to B or back, where they take turns

Q_SIGNALS:
    void gazeMoved(); // show() again

private:
    ImagePane* m_image;
    SwipeDivider* m_divider;
    const PairMode* m_mode = nullptr; // that was shown last
    PairGaze m_gaze;
};

} // namespace blurig::ui
