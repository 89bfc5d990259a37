// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/scales/panel_parts.h"

#include "ui/widgets/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace blurig::ui {

QLabel* panelSentence(const char* objectName, QWidget* panel) {
    auto* label = new QLabel(panel);
    label->setObjectName(QString::fromLatin1(objectName));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(smallFont(panel->font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setMinimumHeight(2 * QFontMetrics(label->font()).lineSpacing() + 2);
    return label;
}

void layOutPanel(QWidget* panel, const QString& heading, const std::vector<QWidget*>& controls, QWidget* chart,
                 const std::vector<QWidget*>& sentences) {
    auto* title = new QLabel(heading, panel);
    title->setFont(labelFont(panel->font()));
    auto* line = new QHBoxLayout;
    line->setSpacing(sizes::gap);
    line->addWidget(title);
    line->addStretch(1);
    for (QWidget* control : controls)
        line->addWidget(control);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(line);
    column->addWidget(chart, 1);
    for (QWidget* words : sentences)
        column->addWidget(words);
}

} // namespace blurig::ui
