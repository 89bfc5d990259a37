// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/evaluate/evaluate_choice.h"

#include <QWidget>

class QLineEdit;
class QListWidget;
class QSpinBox;

namespace blurig::ui {

class FileDialogs;
class PathField;

// What is evaluated: photos, annotations, methods, judges and where the results go.
class EvaluateForm : public QWidget {
    Q_OBJECT
public:
    explicit EvaluateForm(FileDialogs* dialogs, QWidget* parent = nullptr);

    void show(const EvaluateChoice& part);
    using QWidget::show;

Q_SIGNALS:
    void edited(const blurig::ui::EvaluateChoice& part);

private:
    EvaluateChoice read() const;

    PathField* m_folder;
    PathField* m_annotations;
    PathField* m_out;
    QLineEdit* m_methods;
    QListWidget* m_metrics;
    QSpinBox* m_most;
    bool m_showing = false;
};

} // namespace blurig::ui
