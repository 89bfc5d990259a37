// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace blurig::ui {

enum class FileQuestion {
    OpenPicture,
    OpenFolder,
    OpenBaseline,
    OpenModel,
    OpenLabels,
    ExportView,
    SavePicture,
    SaveArray,
    SaveSession
};

// Asks the user for a file. Returns at once; `chosen` runs when a file was chosen, never when the dialog was given up.
class FileDialogs {
public:
    virtual ~FileDialogs() = default;
    virtual void ask(FileQuestion question, const QString& suggestion, QWidget* parent,
                     std::function<void(const QString& file)> chosen) = 0;
};

// The desktop's dialogs.
class SystemFileDialogs final : public FileDialogs {
public:
    void ask(FileQuestion question, const QString& suggestion, QWidget* parent,
             std::function<void(const QString& file)> chosen) override;
};

} // namespace blurig::ui
