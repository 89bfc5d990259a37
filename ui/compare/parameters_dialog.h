// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"

#include <QDialog>

namespace blurig::ui {

// One pane's parameters and target. Every edit is told at once, so that the map behind the dialog follows.
class ParametersDialog : public QDialog {
    Q_OBJECT
public:
    ParametersDialog(const PaneChoice& pane, QWidget* parent);

Q_SIGNALS:
    void edited(const blurig::PaneChoice& pane);

private:
    PaneChoice m_pane;
};

} // namespace blurig::ui
