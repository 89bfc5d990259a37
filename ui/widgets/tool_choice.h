// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QButtonGroup;
class QToolButton;

namespace blurig::ui {

struct ToolChoice {
    int id; // in the group
    QString objectName;
    QString text;
    QString help;
};

// One button of several of which one is down.
QToolButton* addToolChoice(QButtonGroup* group, const ToolChoice& choice, QWidget* parent);

} // namespace blurig::ui
