// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions/actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QIcon>

#include <array>

namespace blurig::ui {

namespace {

constexpr const char* context = "Actions";

// The order is that of the menus.
constexpr std::array specs{
    ActionSpec{.id = ActionId::OpenPicture,
               .objectName = "action_openPicture",
               .menu = ActionMenu::File,
               .text = QT_TRANSLATE_NOOP("Actions", "&Open picture…"),
               .shortcut = "Ctrl+O",
               .icon = "",
               .help =
                   QT_TRANSLATE_NOOP("Actions", "Opens a photo, a session, or a figure that this program exported")},
    ActionSpec{.id = ActionId::OpenModel,
               .objectName = "action_openModel",
               .menu = ActionMenu::File,
               .text = QT_TRANSLATE_NOOP("Actions", "Open &model…"),
               .shortcut = "Ctrl+M",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Opens a TorchScript model")},
    ActionSpec{.id = ActionId::SaveSession,
               .objectName = "action_saveSession",
               .menu = ActionMenu::File,
               .text = QT_TRANSLATE_NOOP("Actions", "&Save session…"),
               .shortcut = "Ctrl+S",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Writes all choices to a file that opens them again"),
               .separatorBefore = true},
    ActionSpec{.id = ActionId::ExportView,
               .objectName = "action_exportView",
               .menu = ActionMenu::File,
               .text = QT_TRANSLATE_NOOP("Actions", "&Export view…"),
               .shortcut = "Ctrl+E",
               .icon = "",
               .help =
                   QT_TRANSLATE_NOOP("Actions", "Writes the panes as PNG, the arrays as NPY and the record as JSON")},
    ActionSpec{.id = ActionId::Quit,
               .objectName = "action_quit",
               .menu = ActionMenu::File,
               .text = QT_TRANSLATE_NOOP("Actions", "&Quit"),
               .shortcut = "Ctrl+Q",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Ends the program"),
               .separatorBefore = true},
    ActionSpec{.id = ActionId::Back,
               .objectName = "action_back",
               .menu = ActionMenu::Edit,
               .text = QT_TRANSLATE_NOOP("Actions", "&Back"),
               .shortcut = "Ctrl+Z; Alt+Left",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Takes the last choice back")},
    ActionSpec{.id = ActionId::Forward,
               .objectName = "action_forward",
               .menu = ActionMenu::Edit,
               .text = QT_TRANSLATE_NOOP("Actions", "&Forward"),
               .shortcut = "Ctrl+Shift+Z; Alt+Right",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Makes the choice again that was taken back")},
    ActionSpec{.id = ActionId::Copy,
               .objectName = "action_copy",
               .menu = ActionMenu::Edit,
               .text = QT_TRANSLATE_NOOP("Actions", "&Copy view"),
               .shortcut = "Ctrl+C",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Copies the four panes as one picture"),
               .separatorBefore = true},
    ActionSpec{.id = ActionId::Paste,
               .objectName = "action_paste",
               .menu = ActionMenu::Edit,
               .text = QT_TRANSLATE_NOOP("Actions", "&Paste picture"),
               .shortcut = "Ctrl+V",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Opens the picture or the file on the clipboard")},
    ActionSpec{.id = ActionId::Cancel,
               .objectName = "action_cancel",
               .menu = ActionMenu::Edit,
               .text = QT_TRANSLATE_NOOP("Actions", "Cancel the &computation"),
               .shortcut = "Ctrl+.",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Ends what is being computed; what is known stays"),
               .separatorBefore = true},
    ActionSpec{.id = ActionId::GoOn,
               .objectName = "action_goOn",
               .menu = ActionMenu::Edit,
               .text = QT_TRANSLATE_NOOP("Actions", "&Go on computing"),
               .shortcut = "Ctrl+G",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Refines the map after its budget ended or it was cancelled")},
    ActionSpec{.id = ActionId::Memory,
               .objectName = "action_memory",
               .menu = ActionMenu::Edit,
               .text = QT_TRANSLATE_NOOP("Actions", "&Memory…"),
               .shortcut = "",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Sets how much memory results and batches may take"),
               .separatorBefore = true},
    ActionSpec{.id = ActionId::ExplorePage,
               .objectName = "action_explorePage",
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "&Explore"),
               .shortcut = "Ctrl+1",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Shows one map through its scales")},
    ActionSpec{.id = ActionId::ComparePage,
               .objectName = "action_comparePage",
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "&Compare"),
               .shortcut = "Ctrl+2",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Shows several methods side by side")},
    ActionSpec{.id = ActionId::Play,
               .objectName = "action_play",
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "&Play through scales"),
               .shortcut = "P",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Moves the slider from the blurred end to the photo"),
               .checkable = true,
               .separatorBefore = true},
    ActionSpec{.id = ActionId::Finer,
               .objectName = "action_finer",
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "&Finer scale"),
               .shortcut = ",",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Moves the slider one step towards the photo")},
    ActionSpec{.id = ActionId::Coarser,
               .objectName = "action_coarser",
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "&Coarser scale"),
               .shortcut = ".",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Moves the slider one step towards the blurred end")},
    ActionSpec{.id = ActionId::ToPhoto,
               .objectName = "action_toPhoto",
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "To the &photo"),
               .shortcut = "Ctrl+Home",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Moves the slider to scale 0, where the map is whole")},
    ActionSpec{.id = ActionId::ToBlurred,
               .objectName = "action_toBlurred",
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "To the &blurred end"),
               .shortcut = "Ctrl+End",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Moves the slider to the greatest scale of the path")},
    ActionSpec{.id = ActionId::Snap,
               .objectName = "action_snap",
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "&Snap to nodes"),
               .shortcut = "N",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "The slider stops only where the gradient was evaluated"),
               .checkable = true},
    ActionSpec{.id = ActionId::Beside,
               .objectName = "action_beside",
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "&Integrated Gradients beside it"),
               .shortcut = "I",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Puts IG next to Blur IG: same target, same colour range"),
               .checkable = true,
               .separatorBefore = true},
    ActionSpec{.id = ActionId::OnOriginal,
               .objectName = "action_onOriginal",
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "Panes on the &original photo"),
               .shortcut = "O",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Carries the panes back onto the original: resize and crop undone"),
               .checkable = true},
    ActionSpec{.id = ActionId::Overlay,
               .objectName = "action_overlay",
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "Maps over the p&hoto"),
               .shortcut = "H",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Lays the maps over the grey photo"),
               .checkable = true},
    ActionSpec{.id = ActionId::ResetZoom,
               .objectName = "action_resetZoom",
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "&Whole picture"),
               .shortcut = "Ctrl+0",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Undoes zoom and pan of all panes")},
    ActionSpec{.id = ActionId::ThemeSystem,
               .objectName = "action_themeSystem",
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "Theme of the s&ystem"),
               .shortcut = "",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Light or dark as the desktop is"),
               .checkable = true,
               .separatorBefore = true},
    ActionSpec{.id = ActionId::ThemeLight,
               .objectName = "action_themeLight",
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "&Light theme"),
               .shortcut = "",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Dark figures on light ground"),
               .checkable = true},
    ActionSpec{.id = ActionId::ThemeDark,
               .objectName = "action_themeDark",
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "&Dark theme"),
               .shortcut = "",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Light figures on dark ground"),
               .checkable = true},
    ActionSpec{.id = ActionId::Shortcuts,
               .objectName = "action_shortcuts",
               .menu = ActionMenu::Help,
               .text = QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
               .shortcut = "F1",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Lists what can be done, with its keys")},
    ActionSpec{.id = ActionId::ModelInfo,
               .objectName = "action_modelInfo",
               .menu = ActionMenu::Help,
               .text = QT_TRANSLATE_NOOP("Actions", "About the &model"),
               .shortcut = "Ctrl+I",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Shows what is known and what is assumed of the model")},
    ActionSpec{.id = ActionId::About,
               .objectName = "action_about",
               .menu = ActionMenu::Help,
               .text = QT_TRANSLATE_NOOP("Actions", "&About BlurIG Explorer"),
               .shortcut = "",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Shows versions and the licence")},
};

} // namespace

std::span<const ActionSpec> actionSpecs() {
    return specs;
}

Actions::Actions(QObject* parent)
    : QObject(parent) {
    for (const ActionSpec& spec : specs) {
        auto* action = new QAction(QCoreApplication::translate(context, spec.text), this);
        action->setObjectName(QString::fromLatin1(spec.objectName));
        action->setShortcuts(shortcuts(spec));
        action->setCheckable(spec.checkable);
        action->setStatusTip(QCoreApplication::translate(context, spec.help));
        action->setToolTip(QCoreApplication::translate(context, spec.help));
        if (*spec.icon != '\0')
            action->setIcon(QIcon(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(spec.icon))));
        // Quit belongs to the menu that it stands in, on every desktop.
        action->setMenuRole(QAction::NoRole);
        m_actions.emplace(spec.id, action);
    }
}

QString Actions::plainText(const ActionSpec& spec) {
    return QCoreApplication::translate(context, spec.text).remove(QLatin1Char('&'));
}

QList<QKeySequence> Actions::shortcuts(const ActionSpec& spec) {
    return *spec.shortcut == '\0' ? QList<QKeySequence>()
                                  : QKeySequence::listFromString(QString::fromLatin1(spec.shortcut));
}

} // namespace blurig::ui
