// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"
#include "ui/dialogs/file_dialogs.h"
#include "ui/engine/background_thread.h"
#include "ui/export/figure.h"
#include "ui/export/view.h"

#include <QObject>

#include <functional>
#include <map>
#include <stop_token>
#include <string>

namespace blurig::ui {

class MessageBar;
class Settings;

// What goes out: figures with the choice that reopens them, arrays, records. Pictures are drawn here, files are written
// on a thread of their own.
class Exporter : public QObject {
    Q_OBJECT
public:
    struct Parts {
        std::function<View()> view;
        std::function<Choice()> choice; // of what is shown
        Settings* settings;             // how the last figure was made
        FileDialogs* dialogs;
        MessageBar* messages;
        QWidget* window;
    };
    explicit Exporter(const Parts& parts, QObject* parent = nullptr);
    ~Exporter() override;

    void askAndExport();     // the export dialog, then a file
    void askAndExportFilm(); // of the view's path, then a file
    void askAndSaveSession();
    // FILE.pdf, .svg or .png of the view: the ending is its format. Beside it, where the options say so,
    // FILE.caption.txt and FILE.caption.tex, and FILE_WORD.npy for each of its arrays with FILE_WORD.json for each of
    // its records.
    void exportView(const QString& file, const FigureOptions& options = {});
    void write(const QString& file, std::function<void()> job); // which may throw Error; then says so
    void copyView();                                            // as the last figure
    void copyCommand();                                         // a command line for each computation of the view

    // One pane of the view.
    void copyPane(const ImagePane* pane);
    void copyPaneCommand(const ImagePane* pane);
    void askAndSavePicture(const ImagePane* pane);
    void askAndSaveArray(const ImagePane* pane);

Q_SIGNALS:
    void written(const QString& file);

private:
    // All that an export writes, as it was when the user asked for it.
    struct Capture {
        FigureContent content;
        QStringList leftOut; // panes without a picture, and why
        std::map<QString, Array> arrays;
        std::map<QString, View::Record> records;
        std::string choice;
    };
    Capture captured(const View& view) const;
    bool hasNothing(const View& view) const; // and says so

    View::Pane paneOf(const ImagePane* image) const; // without word and array when it is not in the view
    void copyCommands(const std::vector<PaneChoice>& computations);
    void writeFigure(const QString& file, const Capture& capture, FigureOptions options);
    QString suggestion(const QString& word, const QString& ending) const;

    Parts m_parts;
    std::stop_source m_stop;   // of the films, when this ends
    BackgroundThread m_thread; // one export after the other: two to one name must not race
};

} // namespace blurig::ui
