// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/background_thread.h"
#include "ui/files/file_dialogs.h"
#include "ui/pages/explore/pane_row.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace blurig::ui {

class CompareFlow;
class CompareGrid;
class ComparePane;
class ExploreFlow;
class MessageBar;
class PairView;
class PathsFlow;
class PathsPage;
class Session;
struct Figure;

// What goes out: figures with the choice that reopens them, arrays, the record. Pictures are drawn here, files are
// written on a thread of their own.
class Exporter : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Session* session;
        ExploreFlow* flow;
        PaneRow* panes;
        CompareFlow* compared;
        CompareGrid* grid;
        PairView* pair;
        PathsFlow* paths;
        PathsPage* pathsPage;
        FileDialogs* dialogs;
        MessageBar* messages;
        QWidget* window;
    };
    explicit Exporter(const Parts& parts, QObject* parent = nullptr);

    void askAndExport();
    void askAndSaveSession();
    // Of the page that is shown. FILE.png, .svg or .pdf, and beside it FILE_input.npy, one FILE_PANE.npy a pane,
    // FILE_attribution.npy and FILE_record.json. Comparison: FILE_input.npy and for each pane FILE_N-METHOD.npy and
    // FILE_N-METHOD.json, of a pane with a model of its own also FILE_N-METHOD_input.npy; where A is looked at against
    // B, of these two only, and FILE_difference.npy. Paths: FILE_input.npy, FILE_PATH.npy and FILE_PATH.json.
    void exportView(const QString& file);
    void copyView();

Q_SIGNALS:
    void written(const QString& file);

private:
    // What is written beside a figure, by name.
    struct Companions {
        std::map<QString, Array> arrays;
        std::map<QString, std::pair<Subject, RunView>> records; // with what they are of
    };

    void serve(const ImagePane* pane, const std::function<QString()>& word, const std::function<Array()>& array);
    void serveComparePane(const ComparePane* pane);
    void copyPane(const ImagePane* pane);
    void askAndSavePicture(const ImagePane* pane, const QString& word);
    void askAndSaveArray(const Array& array, const QString& word);

    bool hasView() const;
    bool showsPair() const;                           // of the comparison's panes, A against B
    bool isSeen(std::size_t pane) const;              // of the comparison
    Figure figure(std::optional<double> scale) const; // of the page that is shown; scale: ImagePane::figureParts
    std::vector<const ImagePane*> panes() const;      // on that page
    int columns() const;
    QStringList runLines() const;
    Companions companions(const QString& base) const;
    // Asks for nothing; a name that is no figure's is told.
    void writeFigure(const QString& file, const std::function<Figure(std::optional<double> scale)>& figure,
                     const Companions& companions);
    Choice shownChoice() const; // of what the panes show, which is not what was asked for last while it is computed
    QString suggestion(const QString& word, const QString& ending) const;
    void write(const QString& file, std::function<void()> job);

    Parts m_parts;
    BackgroundThread m_thread; // one export after the other: two to one name must not race
};

} // namespace blurig::ui
