// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <map>
#include <span>

class QAction;

namespace blurig::ui {

enum class ActionId {
    OpenPicture,
    OpenFolder,
    OpenModel,
    SaveSession,
    ExportView,
    Quit,
    Back,
    Forward,
    Copy,
    Paste,
    Cancel,
    GoOn,
    Memory,
    ExplorePage,
    ComparePage,
    PathsPage,
    Play,
    Finer,
    Coarser,
    ToPhoto,
    ToBlurred,
    Snap,
    Beside,
    Flicker,
    OnOriginal,
    Overlay,
    ResetZoom,
    PictureStrip,
    PreviousPicture,
    NextPicture,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    Shortcuts,
    ModelInfo,
    DescribeModel,
    RunAsFiled,
    About,
};

enum class ActionMenu { File, Edit, View, Help };

// One thing that the user can do. Menus, shortcuts and the list of shortcuts under Help are made from these.
struct ActionSpec {
    ActionId id;
    const char* objectName; // "action_openPicture"
    ActionMenu menu;
    const char* text;     // English; translated where it is shown
    const char* shortcut; // portable text; several are separated by "; "
    const char* icon;     // resource name, or empty
    const char* help;     // one line, English
    bool checkable = false;
    bool separatorBefore = false;
};

std::span<const ActionSpec> actionSpecs();

class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QObject* parent = nullptr);

    QAction* operator[](ActionId id) const { return m_actions.at(id); }
    static QString plainText(const ActionSpec& spec); // without the mnemonic
    static QList<QKeySequence> shortcuts(const ActionSpec& spec);

private:
    std::map<ActionId, QAction*> m_actions;
};

} // namespace blurig::ui
