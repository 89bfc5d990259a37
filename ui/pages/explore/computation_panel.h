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
    void setBaselinePicture(const QString& file); // IG beside, from this picture
    void showRun(const MethodState& state);       // what was chosen automatically
    void showOutput(OutputKind output);           // names the class score by what it is

Q_SIGNALS:
    void baselinePictureWanted();

private:
    void read();
    void write();

    Session* m_session;
    QComboBox* m_score;
    QCheckBox* m_beside;
    QComboBox* m_baseline;
    QToolButton* m_choosePicture; // while the baseline is a picture of the user's
    QToolButton* m_disclose;
    ParameterForm* m_form;
    bool m_reading = false;
};

} // namespace blurig::ui
