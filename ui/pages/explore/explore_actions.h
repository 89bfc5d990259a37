// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/scale_actions.h"

#include <array>

namespace blurig::ui {

inline constexpr ActionSpec showExploreAction{.id = {"explorePage"},
                                              .menu = ActionMenu::View,
                                              .text = QT_TRANSLATE_NOOP("Actions", "&Explore"),
                                              .shortcut = "Ctrl+1",
                                              .icon = "",
                                              .help = QT_TRANSLATE_NOOP("Actions", "Shows one map through its scales")};
inline constexpr ActionSpec playAction{
    .id = {"play"},
    .menu = ActionMenu::View,
    .text = QT_TRANSLATE_NOOP("Actions", "&Play through scales"),
    .shortcut = "P",
    .icon = "",
    .help = QT_TRANSLATE_NOOP("Actions", "Moves the slider from the blurred end to the photo"),
    .checkable = true,
    .separatorBefore = true};
inline constexpr ActionSpec finerAction{
    .id = {"finer"},
    .menu = ActionMenu::View,
    .text = QT_TRANSLATE_NOOP("Actions", "&Finer scale"),
    .shortcut = ",",
    .icon = "",
    .help = QT_TRANSLATE_NOOP("Actions", "Moves the slider one step towards the photo")};
inline constexpr ActionSpec coarserAction{
    .id = {"coarser"},
    .menu = ActionMenu::View,
    .text = QT_TRANSLATE_NOOP("Actions", "&Coarser scale"),
    .shortcut = ".",
    .icon = "",
    .help = QT_TRANSLATE_NOOP("Actions", "Moves the slider one step towards the blurred end")};
inline constexpr ActionSpec toPhotoAction{
    .id = {"toPhoto"},
    .menu = ActionMenu::View,
    .text = QT_TRANSLATE_NOOP("Actions", "To the &photo"),
    .shortcut = "Ctrl+Home",
    .icon = "",
    .help = QT_TRANSLATE_NOOP("Actions", "Moves the slider to scale 0, where the map is complete")};
inline constexpr ActionSpec toBlurredAction{
    .id = {"toBlurred"},
    .menu = ActionMenu::View,
    .text = QT_TRANSLATE_NOOP("Actions", "To the &blurred end"),
    .shortcut = "Ctrl+End",
    .icon = "",
    .help = QT_TRANSLATE_NOOP("Actions", "Moves the slider to the greatest scale of the path")};
inline constexpr ActionSpec besideAction{
    .id = {"beside"},
    .menu = ActionMenu::View,
    .text = QT_TRANSLATE_NOOP("Actions", "&Integrated Gradients beside it"),
    .shortcut = "I",
    .icon = "",
    .help = QT_TRANSLATE_NOOP("Actions", "Puts IG next to Blur IG: same target, same colour range"),
    .checkable = true,
    .separatorBefore = true};

inline constexpr ActionSpec columnAction{
    .id = {"column"},
    .menu = ActionMenu::View,
    .text = QT_TRANSLATE_NOOP("Actions", "&Column of LoG band and gradient"),
    .shortcut = "D",
    .icon = "",
    .help = QT_TRANSLATE_NOOP("Actions", "Explore: shows or hides the column of small panes"),
    .checkable = true};

inline constexpr std::array exploreActions{playAction,      finerAction, coarserAction, toPhotoAction,
                                           toBlurredAction, snapAction,  besideAction,  columnAction};

} // namespace blurig::ui
