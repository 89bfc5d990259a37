// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/actions/actions.h"

#include <QDialog>

#include <vector>

namespace blurig::ui {

// Actions with their keys, and what mouse and keys do in the panes and on the slider.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsDialog(const std::vector<ActionSpec>& actions, QWidget* parent = nullptr);
};

} // namespace blurig::ui
