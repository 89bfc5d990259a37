// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/network_format.h"

#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace blurig::ui {

enum class FileQuestion {
    OpenPicture,
    OpenFolder,
    OpenBaseline,
    OpenModel,
    OpenLabels,
    OpenAnnotation,
    ResultsInto,
    ExportView,
    ExportFilm,
    SavePicture,
    SaveArray,
    SaveMask,
    SaveSession
};

// Asks the user for a file. Returns at once; `chosen` runs when a file was chosen, never when the dialog was given up.
class FileDialogs {
public:
    virtual ~FileDialogs() = default;
    virtual void ask(FileQuestion question, const QString& suggestion, QWidget* parent,
                     std::function<void(const QString& file)> chosen) = 0;
};

// The desktop's dialogs. `models`: the kinds of model file that they list.
class SystemFileDialogs final : public FileDialogs {
public:
    explicit SystemFileDialogs(std::vector<ModelFileKind> models = fileKinds(builtInFormats()));

    void ask(FileQuestion question, const QString& suggestion, QWidget* parent,
             std::function<void(const QString& file)> chosen) override;

private:
    std::vector<ModelFileKind> m_models;
};

} // namespace blurig::ui
