// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/actions/actions.h"
#include "ui/export/view.h"
#include "ui/session/session.h"
#include "ui/widgets/image_pane.h"

#include <QWidget>

#include <functional>
#include <span>
#include <string>
#include <vector>

class QSplitter;

namespace blurig::ui {

class DrawerLayout;
class EngineAdapter;
class ExploreFlow;
class FileDialogs;
class Settings;
class SubjectFlow;

// What a window lends to its pages.
struct PageHost {
    Session* session;
    EngineAdapter* engine;
    SubjectFlow* subject; // what is open
    ExploreFlow* slider;  // the map that the slider follows
    Actions* actions;     // the window's, and those of all its pages
    Settings* settings;
    FileDialogs* dialogs;
};

// One page of the window: shows a part of what can be known of the opened picture and model, and starts what it needs
// for that. It writes the session's choice; what it shows comes from flows that follow the choice.
class Page : public QWidget {
    Q_OBJECT
public:
    // `follows`: of which shared parts of the choice follow() hears. Of its own part, by its id, a page always hears.
    Page(const PageHost& host, std::string id, Session::Changes follows, QWidget* parent);

    virtual View view() const = 0;
    virtual bool settled() const = 0; // all that it would show of this choice is there, or will not come
    virtual void cancel() = 0;        // what it computes
    virtual void saveLayout() const;
    // Where something else is shown than was asked for last, and where the choice says "top": what is shown.
    virtual void putShown(Choice& /*choice*/) const {}

Q_SIGNALS:
    void progressed(); // settled() may say something else now
    void copyRequested(const blurig::ui::ImagePane* pane);
    void copyCommandRequested(const blurig::ui::ImagePane* pane);
    void savePictureRequested(const blurig::ui::ImagePane* pane);
    void saveArrayRequested(const blurig::ui::ImagePane* pane);
    void failed(const blurig::Error& error); // told to the user
    // A file that `job` writes beside the window; it may throw Error.
    void writeRequested(const QString& file, const std::function<void()>& job);

protected:
    virtual void follow(Session::Changes what) = 0;
    virtual void followPart() {}
    bool isShown() const { return choice().page == m_id; }
    // What its menu asks for becomes the page's request; the pane's place in the view says its name and numbers.
    void serve(const ImagePane* pane);
    void keepLayout(std::vector<QSplitter*> splitters); // restores it; each has its objectName and first sizes
    // Its drawers follow the window's actions while the page is shown, and are remembered for all pages.
    void keepDrawers(DrawerLayout* drawers);
    const PageHost& host() const { return m_host; }
    const Choice& choice() const { return m_host.session->choice(); }

private:
    void restoreDrawers();
    void showDrawers();

    PageHost m_host;
    std::string m_id; // of Choice::page
    DrawerLayout* m_drawers = nullptr;
    std::vector<QSplitter*> m_splitters;
};

// What is known of a page before it is made.
struct PageDescription {
    std::string id;                      // of Choice::page
    ActionSpec show;                     // its action, whose text is also the page's title
    std::span<const ActionSpec> actions; // its own, in the order of the menus
    Page* (*make)(const PageHost& host, QWidget* parent);
    void (*prepare)(Choice& choice) = nullptr; // what a look at it needs in the choice
    bool hasStrip = false;                     // the pictures of the folder are seen under it
};

} // namespace blurig::ui
