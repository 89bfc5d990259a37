// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"
#include "ui/dialogs/file_dialogs.h"
#include "ui/engine/background_thread.h"
#include "ui/export/view.h"

#include <QObject>

#include <functional>

namespace blurig::ui {

class MessageBar;

// What goes out: figures with the choice that reopens them, arrays, records. Pictures are drawn here, files are written
// on a thread of their own.
class Exporter : public QObject {
    Q_OBJECT
public:
    struct Parts {
        std::function<View()> view;
        std::function<Choice()> choice; // of what is shown
        FileDialogs* dialogs;
        MessageBar* messages;
        QWidget* window;
    };
    explicit Exporter(const Parts& parts, QObject* parent = nullptr);

    void askAndExport();
    void askAndSaveSession();
    // FILE.png, .svg or .pdf of the view, and beside it FILE_WORD.npy for each of its arrays and FILE_WORD.json for
    // each of its records.
    void exportView(const QString& file);
    void copyView();
    void copyCommand(); // a command line for each computation of the view

    // One pane of the view.
    void copyPane(const ImagePane* pane);
    void copyPaneCommand(const ImagePane* pane);
    void askAndSavePicture(const ImagePane* pane);
    void askAndSaveArray(const ImagePane* pane);

Q_SIGNALS:
    void written(const QString& file);

private:
    View::Pane paneOf(const ImagePane* image) const; // without word and array when it is not in the view
    void copyCommands(const std::vector<PaneChoice>& computations);
    void writeFigure(const QString& file, const View& view);
    QString suggestion(const QString& word, const QString& ending) const;
    void write(const QString& file, std::function<void()> job);

    Parts m_parts;
    BackgroundThread m_thread; // one export after the other: two to one name must not race
};

} // namespace blurig::ui
