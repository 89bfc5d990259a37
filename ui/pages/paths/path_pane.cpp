// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/paths/path_pane.h"

#include "ui/pages/paths/path_texts.h"
#include "ui/widgets/figures_line.h"

#include <QVBoxLayout>

namespace blurig::ui {

PathPane::PathPane(const QString& objectName, LinkedView* view, QWidget* parent)
    : QWidget(parent)
    , m_image(new ImagePane(view, this))
    , m_figures(new FiguresLine(this)) {
    m_image->setObjectName(objectName);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_figures);
    column->addWidget(m_image, 1);
}

void PathPane::show(const PathSide& side, const ModelCard& card) {
    m_figures->setContent({}, pathNumbers(side, card), {.words = evaluationText(side.score)});
    m_image->setTitle(pathTitle(side));
    m_image->setCaption(pathCaption(side, card));
    m_image->showInput(side.picture);
}

void PathPane::showMessage(const QString& title, const QString& text, const QString& state) {
    m_figures->setContent({}, {}, {.words = state});
    m_image->setTitle(title);
    m_image->setCaption({});
    m_image->showMessage(text);
}

} // namespace blurig::ui
