// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/folders/folders_choice.h"

#include <QWidget>

class QLineEdit;

namespace blurig::ui {

class FileDialogs;
class PathField;

// Which photos are followed, what they are compared with, and where the results go.
class FoldersForm : public QWidget {
    Q_OBJECT
public:
    explicit FoldersForm(FileDialogs* dialogs, QWidget* parent = nullptr);

    void show(const FoldersChoice& part);
    using QWidget::show;

Q_SIGNALS:
    void edited(const blurig::ui::FoldersChoice& part);

private:
    PathField* m_folder;
    PathField* m_against;
    QLineEdit* m_between;
    PathField* m_out;
};

} // namespace blurig::ui
