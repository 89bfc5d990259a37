// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/dialogs/file_dialogs.h"

#include <QWidget>

class QLineEdit;

namespace blurig::ui {

// A file or folder, typed or chosen in a dialog. `name`: object name of the line; the button's is the name with
// "Choose".
class PathField : public QWidget {
    Q_OBJECT
public:
    PathField(FileDialogs* dialogs, FileQuestion question, const QString& name, QWidget* parent = nullptr);

    std::string path() const; // without spaces around it
    void setPath(const std::string& path);
    QLineEdit* line() const { return m_line; }

Q_SIGNALS:
    void edited();

private:
    QLineEdit* m_line;
};

} // namespace blurig::ui
