// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/explore/pane_row.h"
#include "ui/files/file_dialogs.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace blurig::ui {

class CompareFlow;
class CompareGrid;
class ExploreFlow;
class MessageBar;
class Session;

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
        FileDialogs* dialogs;
        MessageBar* messages;
        QWidget* window;
    };
    explicit Exporter(const Parts& parts, QObject* parent = nullptr);
    ~Exporter() override; // ends when all files are written

    void askAndExport();
    void askAndSaveSession();
    // Of the page that is shown. FILE.png, and beside it FILE_input.npy, one FILE_PANE.npy a pane, FILE_attribution.npy
    // and FILE_record.json. Comparison: FILE_input.npy and for each pane FILE_N-METHOD.npy and FILE_N-METHOD.json, of a
    // pane with a model of its own also FILE_N-METHOD_input.npy.
    void exportView(const QString& file);
    void copyView();
    void copyPane(PaneKind kind);
    void askAndSavePicture(PaneKind kind);
    void askAndSaveArray(PaneKind kind);

Q_SIGNALS:
    void written(const QString& file);

private:
    bool isComparison() const;
    bool hasView() const;
    QImage figure(double scale) const;
    void exportExploration(const QString& file);
    void exportComparison(const QString& file);
    Choice shownChoice() const; // of what the panes show, which is not what was asked for last while it is computed
    QString suggestion(const QString& word, const QString& ending) const;
    void write(const QString& file, std::function<void()> job);

    Parts m_parts;
    QThreadPool m_pool;
};

} // namespace blurig::ui
