// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace blurig::ui {

class ImagePane;
class LinkedView;

// What is drawn over a pane, as large as it; the mouse goes through. Painted anew when the view moves.
class PaneOverlay : public QWidget {
    Q_OBJECT
public:
    PaneOverlay(ImagePane* pane, LinkedView* view);

protected:
    ImagePane* pane() const { return m_pane; }
    LinkedView* view() const { return m_view; }
    bool eventFilter(QObject* watched, QEvent* event) override; // of the pane

private:
    ImagePane* m_pane;
    LinkedView* m_view;
};

} // namespace blurig::ui
