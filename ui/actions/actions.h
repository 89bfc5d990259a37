// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <map>
#include <span>
#include <string_view>
#include <vector>

class QAction;

namespace blurig::ui {

// Names an action. Those of the window stand here; a page names its own.
struct ActionId {
    const char* word; // "openPicture": the action's object name is "action_openPicture"

    bool operator==(const ActionId& other) const { return std::string_view(word) == other.word; }

    static const ActionId OpenPicture;
    static const ActionId OpenFolder;
    static const ActionId OpenModel;
    static const ActionId SaveSession;
    static const ActionId ExportView;
    static const ActionId ExportFilm;
    static const ActionId Quit;
    static const ActionId Back;
    static const ActionId Forward;
    static const ActionId Copy;
    static const ActionId CopyCommand;
    static const ActionId Paste;
    static const ActionId Cancel;
    static const ActionId GoOn;
    static const ActionId Memory;
    static const ActionId OnOriginal;
    static const ActionId Overlay;
    static const ActionId ResetZoom;
    static const ActionId PictureStrip;
    static const ActionId SidePanel;
    static const ActionId LookPanel;
    static const ActionId FullScreen;
    static const ActionId PreviousPicture;
    static const ActionId NextPicture;
    static const ActionId ThemeSystem;
    static const ActionId ThemeLight;
    static const ActionId ThemeDark;
    static const ActionId CommandPalette;
    static const ActionId Shortcuts;
    static const ActionId ModelInfo;
    static const ActionId DescribeModel;
    static const ActionId RunAsFiled;
    static const ActionId About;
};

inline constexpr ActionId ActionId::OpenPicture{"openPicture"};
inline constexpr ActionId ActionId::OpenFolder{"openFolder"};
inline constexpr ActionId ActionId::OpenModel{"openModel"};
inline constexpr ActionId ActionId::SaveSession{"saveSession"};
inline constexpr ActionId ActionId::ExportView{"exportView"};
inline constexpr ActionId ActionId::ExportFilm{"exportFilm"};
inline constexpr ActionId ActionId::Quit{"quit"};
inline constexpr ActionId ActionId::Back{"back"};
inline constexpr ActionId ActionId::Forward{"forward"};
inline constexpr ActionId ActionId::Copy{"copy"};
inline constexpr ActionId ActionId::CopyCommand{"copyCommand"};
inline constexpr ActionId ActionId::Paste{"paste"};
inline constexpr ActionId ActionId::Cancel{"cancel"};
inline constexpr ActionId ActionId::GoOn{"goOn"};
inline constexpr ActionId ActionId::Memory{"memory"};
inline constexpr ActionId ActionId::OnOriginal{"onOriginal"};
inline constexpr ActionId ActionId::Overlay{"overlay"};
inline constexpr ActionId ActionId::ResetZoom{"resetZoom"};
inline constexpr ActionId ActionId::PictureStrip{"pictureStrip"};
inline constexpr ActionId ActionId::SidePanel{"sidePanel"};
inline constexpr ActionId ActionId::LookPanel{"lookPanel"};
inline constexpr ActionId ActionId::FullScreen{"fullScreen"};
inline constexpr ActionId ActionId::PreviousPicture{"previousPicture"};
inline constexpr ActionId ActionId::NextPicture{"nextPicture"};
inline constexpr ActionId ActionId::ThemeSystem{"themeSystem"};
inline constexpr ActionId ActionId::ThemeLight{"themeLight"};
inline constexpr ActionId ActionId::ThemeDark{"themeDark"};
inline constexpr ActionId ActionId::CommandPalette{"commandPalette"};
inline constexpr ActionId ActionId::Shortcuts{"shortcuts"};
inline constexpr ActionId ActionId::ModelInfo{"modelInfo"};
inline constexpr ActionId ActionId::DescribeModel{"describeModel"};
inline constexpr ActionId ActionId::RunAsFiled{"runAsFiled"};
inline constexpr ActionId ActionId::About{"about"};

enum class ActionMenu { File, Edit, View, Help };

// One thing that the user can do. Menus, shortcuts and the list of shortcuts under Help are made from these.
struct ActionSpec {
    ActionId id;
    ActionMenu menu;
    const char* text;     // English; translated where it is shown
    const char* shortcut; // portable text; several are separated by "; "
    const char* icon;     // resource name, or empty
    const char* help;     // one line, English
    bool checkable = false;
    bool separatorBefore = false;
    const char* whyDisabled = ""; // what it needs where it cannot run, English; empty: nothing that can be said
};

std::span<const ActionSpec> windowActions(); // all but those of pages, in the order of the menus

// The actions that were described, ready to be put into menus and connected.
class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(std::vector<ActionSpec> listed, QObject* parent = nullptr);

    const std::vector<ActionSpec>& specs() const { return m_specs; } // in the order of the menus
    QAction* operator[](ActionId id) const { return m_actions.at(id.word); }
    static QString plainText(const ActionSpec& spec); // without the mnemonic
    static QString whyDisabled(const ActionSpec& spec);
    static QList<QKeySequence> shortcuts(const ActionSpec& spec);

private:
    std::vector<ActionSpec> m_specs;
    std::map<std::string_view, QAction*> m_actions; // by their words
};

} // namespace blurig::ui
