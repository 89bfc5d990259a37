// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/subject.h"
#include "ui/widgets/image_pane.h"

#include <QWidget>

namespace blurig::ui {

class PaneFacts;

// What all panes of a comparison explain: the prepared input, in the same frame as their maps.
class PhotoCell : public QWidget {
    Q_OBJECT
public:
    explicit PhotoCell(LinkedView* view, QWidget* parent = nullptr);

    ImagePane* image() const { return m_image; }
    void setInput(const Subject& input, FrameKind frame);

Q_SIGNALS:
    void maximizeRequested();

protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    PaneFacts* m_facts;
    ImagePane* m_image;
    Array m_input; // that is shown
};

} // namespace blurig::ui
