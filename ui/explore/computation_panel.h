// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QToolButton;

namespace blurig::ui {

class ParameterForm;
class Session;

// What is computed: the score, the method's parameters, and what stands beside it. Everything here starts the engine.
class ComputationPanel : public QWidget {
    Q_OBJECT
public:
    explicit ComputationPanel(Session* session, QWidget* parent = nullptr);

    void setBeside(bool on);
    void showRun(const MethodState& state); // what was chosen automatically

private:
    void read();
    void write();

    Session* m_session;
    QComboBox* m_score;
    QCheckBox* m_beside;
    QComboBox* m_baseline;
    QToolButton* m_disclose;
    ParameterForm* m_form;
    bool m_reading = false;
};

} // namespace blurig::ui
