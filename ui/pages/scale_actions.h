// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/actions/actions.h"

#include <QtGlobal>

namespace blurig::ui {

// Of every page that has the slider's chart.
inline constexpr ActionSpec snapAction{
    .id = {"snap"},
    .menu = ActionMenu::View,
    .text = QT_TRANSLATE_NOOP("Actions", "&Snap to nodes"),
    .shortcut = "N",
    .icon = "",
    .help = QT_TRANSLATE_NOOP("Actions", "The slider stops only where the gradient was evaluated"),
    .checkable = true};

} // namespace blurig::ui
