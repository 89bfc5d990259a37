// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/dialogs/file_dialogs.h"
#include "ui/pages/evaluate/evaluate_choice.h"

#include <QWidget>

class QLineEdit;
class QListWidget;
class QSpinBox;

namespace blurig::ui {

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
    QWidget* pathRow(QLineEdit* field, FileQuestion question, const QString& name);
    EvaluateChoice read() const;

    FileDialogs* m_dialogs;
    QLineEdit* m_folder;
    QLineEdit* m_annotations;
    QLineEdit* m_methods;
    QLineEdit* m_out;
    QListWidget* m_metrics;
    QSpinBox* m_most;
    bool m_showing = false;
};

} // namespace blurig::ui
