// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions/actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QIcon>

#include <array>
#include <utility>

namespace blurig::ui {

namespace {

constexpr const char* context = "Actions";
constexpr const char* noModel = QT_TRANSLATE_NOOP("Actions", "no model is open");

// The order is that of the menus.
constexpr std::array specs{
    ActionSpec{.id = ActionId::OpenPicture,
               .menu = ActionMenu::File,
               .text = QT_TRANSLATE_NOOP("Actions", "&Open picture…"),
               .shortcut = "Ctrl+O",
               .icon = "",
               .help =
                   QT_TRANSLATE_NOOP("Actions", "Opens a photo, a session, or a figure that this program exported")},
    ActionSpec{
        .id = ActionId::OpenFolder,
        .menu = ActionMenu::File,
        .text = QT_TRANSLATE_NOOP("Actions", "Open &folder…"),
        .shortcut = "Ctrl+Shift+O",
        .icon = "",
        .help = QT_TRANSLATE_NOOP("Actions", "Opens the first picture of a folder and shows the others in the strip")},
    ActionSpec{.id = ActionId::OpenModel,
               .menu = ActionMenu::File,
               .text = QT_TRANSLATE_NOOP("Actions", "Open &model…"),
               .shortcut = "Ctrl+M",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Opens a TorchScript model")},
    ActionSpec{.id = ActionId::SaveSession,
               .menu = ActionMenu::File,
               .text = QT_TRANSLATE_NOOP("Actions", "&Save session…"),
               .shortcut = "Ctrl+S",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Writes all choices to a file that opens them again"),
               .separatorBefore = true},
    ActionSpec{.id = ActionId::ExportView,
               .menu = ActionMenu::File,
               .text = QT_TRANSLATE_NOOP("Actions", "&Export view…"),
               .shortcut = "Ctrl+E",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions",
                                         "Writes the panes as a figure for a journal or a slide, with its caption, "
                                         "and where wanted arrays and records")},
    ActionSpec{.id = ActionId::ExportFilm,
               .menu = ActionMenu::File,
               .text = QT_TRANSLATE_NOOP("Actions", "Export fil&m…"),
               .shortcut = "",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Writes the path from the blurred end to the photo as MP4, GIF or "
                                                    "numbered pictures")},
    ActionSpec{.id = ActionId::Quit,
               .menu = ActionMenu::File,
               .text = QT_TRANSLATE_NOOP("Actions", "&Quit"),
               .shortcut = "Ctrl+Q",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Ends the program"),
               .separatorBefore = true},
    ActionSpec{.id = ActionId::Back,
               .menu = ActionMenu::Edit,
               .text = QT_TRANSLATE_NOOP("Actions", "&Undo"),
               .shortcut = "Ctrl+Z; Alt+Left",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Undoes the last choice"),
               .whyDisabled = QT_TRANSLATE_NOOP("Actions", "nothing to undo")},
    ActionSpec{.id = ActionId::Forward,
               .menu = ActionMenu::Edit,
               .text = QT_TRANSLATE_NOOP("Actions", "&Redo"),
               .shortcut = "Ctrl+Shift+Z; Alt+Right",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Makes the undone choice again"),
               .whyDisabled = QT_TRANSLATE_NOOP("Actions", "nothing was undone")},
    ActionSpec{.id = ActionId::Copy,
               .menu = ActionMenu::Edit,
               .text = QT_TRANSLATE_NOOP("Actions", "&Copy view"),
               .shortcut = "Ctrl+C",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Copies the panes as one picture"),
               .separatorBefore = true},
    ActionSpec{.id = ActionId::CopyCommand,
               .menu = ActionMenu::Edit,
               .text = QT_TRANSLATE_NOOP("Actions", "Copy as co&mmand"),
               .shortcut = "Ctrl+Shift+C",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Copies the command that computes the maps of this page again")},
    ActionSpec{.id = ActionId::Paste,
               .menu = ActionMenu::Edit,
               .text = QT_TRANSLATE_NOOP("Actions", "&Paste picture"),
               .shortcut = "Ctrl+V",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Opens the picture or the file on the clipboard")},
    ActionSpec{.id = ActionId::Cancel,
               .menu = ActionMenu::Edit,
               .text = QT_TRANSLATE_NOOP("Actions", "Cancel the &computation"),
               .shortcut = "Ctrl+.",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Stops the computation and keeps its results so far"),
               .separatorBefore = true},
    ActionSpec{.id = ActionId::GoOn,
               .menu = ActionMenu::Edit,
               .text = QT_TRANSLATE_NOOP("Actions", "&Go on computing"),
               .shortcut = "Ctrl+G",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions",
                                         "Continues after the budget was used up or the computation was cancelled")},
    ActionSpec{.id = ActionId::Memory,
               .menu = ActionMenu::Edit,
               .text = QT_TRANSLATE_NOOP("Actions", "&Memory…"),
               .shortcut = "",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Sets how much memory computations and stored results may use"),
               .separatorBefore = true},
    ActionSpec{.id = ActionId::OnOriginal,
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "Panes on the &original photo"),
               .shortcut = "O",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Shows the panes on the original photo: undoes resize and crop"),
               .checkable = true},
    ActionSpec{.id = ActionId::Overlay,
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "Maps over the p&hoto"),
               .shortcut = "H",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Lays the maps over the photo, or shows their pixels alone"),
               .checkable = true},
    ActionSpec{.id = ActionId::ResetZoom,
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "&Whole picture"),
               .shortcut = "Ctrl+0",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Undoes zoom and pan of all panes")},
    ActionSpec{.id = ActionId::SidePanel,
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "Photo and &classes"),
               .shortcut = "B",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Opens or folds the panel at the left"),
               .checkable = true,
               .separatorBefore = true},
    ActionSpec{
        .id = ActionId::LookPanel,
        .menu = ActionMenu::View,
        .text = QT_TRANSLATE_NOOP("Actions", "&Look and parameters"),
        .shortcut = "L",
        .icon = "",
        .help = QT_TRANSLATE_NOOP("Actions", "Opens or folds the panel at the right: how maps are drawn and computed"),
        .checkable = true},
    ActionSpec{.id = ActionId::FullScreen,
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "F&ull screen"),
               .shortcut = "F11",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Shows the window without a frame on the whole screen"),
               .checkable = true},
    ActionSpec{.id = ActionId::PictureStrip,
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "&Strip of pictures"),
               .shortcut = "F9",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Shows the other pictures of the folder under the panes"),
               .checkable = true,
               .separatorBefore = true},
    ActionSpec{.id = ActionId::PreviousPicture,
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "P&revious picture"),
               .shortcut = "Alt+PgUp",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Opens the picture before this one in its folder")},
    ActionSpec{.id = ActionId::NextPicture,
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "Ne&xt picture"),
               .shortcut = "Alt+PgDown",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Opens the picture after this one in its folder")},
    ActionSpec{.id = ActionId::ThemeSystem,
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "Theme of the s&ystem"),
               .shortcut = "",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Follows the desktop: light or dark"),
               .checkable = true,
               .separatorBefore = true},
    ActionSpec{.id = ActionId::ThemeLight,
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "&Light theme"),
               .shortcut = "",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Dark text on a light background"),
               .checkable = true},
    ActionSpec{.id = ActionId::ThemeDark,
               .menu = ActionMenu::View,
               .text = QT_TRANSLATE_NOOP("Actions", "&Dark theme"),
               .shortcut = "",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Light text on a dark background"),
               .checkable = true},
    ActionSpec{.id = ActionId::CommandPalette,
               .menu = ActionMenu::Help,
               .text = QT_TRANSLATE_NOOP("Actions", "&Command palette…"),
               .shortcut = "Ctrl+K",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Finds actions by their names and sets values: sigma 4.5, target "
                                                    "espresso, look signed")},
    ActionSpec{.id = ActionId::Shortcuts,
               .menu = ActionMenu::Help,
               .text = QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
               .shortcut = "F1",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Lists all actions and their keys")},
    ActionSpec{.id = ActionId::ModelInfo,
               .menu = ActionMenu::Help,
               .text = QT_TRANSLATE_NOOP("Actions", "About the &model"),
               .shortcut = "Ctrl+I",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Shows what is known and what is assumed about the model"),
               .whyDisabled = noModel},
    ActionSpec{.id = ActionId::DescribeModel,
               .menu = ActionMenu::Edit,
               .text = QT_TRANSLATE_NOOP("Actions", "&Describe the model…"),
               .shortcut = "",
               .icon = "",
               .help =
                   QT_TRANSLATE_NOOP("Actions", "Describes the input and output of the model, in place of its card"),
               .separatorBefore = true,
               .whyDisabled = noModel},
    ActionSpec{.id = ActionId::RunAsFiled,
               .menu = ActionMenu::Edit,
               .text = QT_TRANSLATE_NOOP("Actions", "&Run the model as filed"),
               .shortcut = "",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Runs one picture at a time through the graph as it is in the "
                                                    "file: slower, with the same numbers as other programs"),
               .checkable = true,
               .whyDisabled = noModel},
    ActionSpec{.id = ActionId::About,
               .menu = ActionMenu::Help,
               .text = QT_TRANSLATE_NOOP("Actions", "&About BlurIG Explorer"),
               .shortcut = "",
               .icon = "",
               .help = QT_TRANSLATE_NOOP("Actions", "Shows versions and the licence")},
};

} // namespace

std::span<const ActionSpec> windowActions() {
    return specs;
}

Actions::Actions(std::vector<ActionSpec> listed, QObject* parent)
    : QObject(parent)
    , m_specs(std::move(listed)) {
    for (const ActionSpec& spec : m_specs) {
        auto* action = new QAction(QCoreApplication::translate(context, spec.text), this);
        action->setObjectName(QStringLiteral("action_%1").arg(QLatin1String(spec.id.word)));
        action->setShortcuts(shortcuts(spec));
        action->setCheckable(spec.checkable);
        action->setStatusTip(QCoreApplication::translate(context, spec.help));
        action->setToolTip(QCoreApplication::translate(context, spec.help));
        if (*spec.icon != '\0')
            action->setIcon(QIcon(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(spec.icon))));
        // Quit belongs to the menu that it stands in, on every desktop.
        action->setMenuRole(QAction::NoRole);
        m_actions.emplace(spec.id.word, action);
    }
}

QString Actions::plainText(const ActionSpec& spec) {
    return QCoreApplication::translate(context, spec.text).remove(QLatin1Char('&'));
}

QString Actions::whyDisabled(const ActionSpec& spec) {
    return *spec.whyDisabled == '\0' ? QString() : QCoreApplication::translate(context, spec.whyDisabled);
}

QList<QKeySequence> Actions::shortcuts(const ActionSpec& spec) {
    return *spec.shortcut == '\0' ? QList<QKeySequence>()
                                  : QKeySequence::listFromString(QString::fromLatin1(spec.shortcut));
}

} // namespace blurig::ui
