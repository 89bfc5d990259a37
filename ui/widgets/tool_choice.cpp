// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/tool_choice.h"

#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QToolButton>

namespace blurig::ui {

QToolButton* addToolChoice(QButtonGroup* group, const ToolChoice& choice, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(choice.objectName);
    button->setText(choice.text);
    button->setToolTip(choice.help);
    button->setCheckable(true);
    button->setFixedHeight(sizes::control);
    button->setFocusPolicy(Qt::TabFocus);
    group->addButton(button, choice.id);
    return button;
}

} // namespace blurig::ui
