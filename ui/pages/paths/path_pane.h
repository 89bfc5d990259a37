// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/paths/paths_flow.h"
#include "ui/widgets/image_pane.h"

#include <QWidget>

namespace blurig::ui {

class FiguresLine;

// One path at its place: its picture, the score of the target there and the class after it.
class PathPane : public QWidget {
    Q_OBJECT
public:
    PathPane(const QString& objectName, LinkedView* view, QWidget* parent = nullptr);

    ImagePane* image() const { return m_image; }
    void show(const PathSide& side, const ModelCard& card);
    void showMessage(const QString& title, const QString& text, const QString& state);

private:
    ImagePane* m_image;
    FiguresLine* m_figures;
};

} // namespace blurig::ui
