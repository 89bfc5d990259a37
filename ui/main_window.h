// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/examination_memory.h"
#include "core/network/device.h"
#include "core/network/network_format.h"
#include "ui/dialogs/file_dialogs.h"
#include "ui/files/samples.h"
#include "ui/pages/page_list.h"
#include "ui/session/settings.h"

#include <QMainWindow>

#include <cstdlib>
#include <functional>
#include <memory>

namespace blurig::ui {

class Actions;
class DenseOpening;
class EngineAdapter;
class ExploreFlow;
class Exporter;
class Menus;
class MessageBar;
class Opener;
class PageTabs;
class PictureStrip;
class Session;
class SubjectFlow;
class ThemeActions;
class WelcomePage;

struct MainWindowOptions {
    QString samplesFolder;                                     // with samples.txt; empty: no gallery
    QString pictureModel;                                      // the program's own; empty: none
    QString soundModel;                                        // the same for sounds; without it no sample is a sound
    DeviceWish device = DeviceWish::Automatic;                 // of models
    std::shared_ptr<ExaminationMemory> examinations = nullptr; // of models; none: examined each time
    NetworkFormats formats = builtInFormats();                 // of models
    bool asksQuestions = true; // off: nobody sits before the window, dialogs are left out
    // What the window's screen has for windows; none: the window is on no screen, and as large as it likes.
    std::function<QSize(const QWidget& window)> availableSize = {};
    // A closed window waits so long for a batch in progress, then ends the process without it.
    double secondsToEnd = 5.0;
    std::function<void()> endProcess = [] { std::_Exit(EXIT_SUCCESS); };
    PageList pages = pageList();
};

// Builds pages, menus and what serves them, and joins them; every decision lies with the parts.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(std::unique_ptr<Settings> settings, std::unique_ptr<FileDialogs> dialogs,
               const MainWindowOptions& options = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    Session* session() const { return m_session; }
    SubjectFlow* subject() const { return m_subject; }
    ExploreFlow* flow() const { return m_flow; }
    Opener* opener() const { return m_opener; }
    Exporter* exporter() const { return m_exporter; }
    MessageBar* messages() const { return m_messages; }
    DenseOpening* denseOpening() const { return m_denseOpening; }
    const std::vector<Page*>& pages() const;
    Page* shownPage() const;

    void setTheme(ThemeChoice theme); // for this start; the menu's choice is remembered
    void showWelcome();               // over the pages, until a photo is there
    bool firstStart() const { return !m_settings->firstStartSeen(); }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void connectPages();
    void takeSize();
    void connectFiles();
    void connectStrip();
    void connectDialogs();
    void askForMemory();
    void followSubject();
    void leaveWelcome();
    void showMarks();
    void save();

    MainWindowOptions m_options;
    std::vector<Sample> m_samples;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<FileDialogs> m_dialogs;
    Session* m_session;
    EngineAdapter* m_engine;
    SubjectFlow* m_subject;
    ExploreFlow* m_flow;
    DenseOpening* m_denseOpening;
    Actions* m_actions;
    ThemeActions* m_themes;
    MessageBar* m_messages;
    PageTabs* m_pages;
    WelcomePage* m_welcome;
    PictureStrip* m_strip;
    Menus* m_menus;
    Opener* m_opener;
    Exporter* m_exporter;
};

} // namespace blurig::ui
