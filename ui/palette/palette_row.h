// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace blurig::ui {

// One line of the command palette. Enter runs it, or completes what is typed where there is nothing to run yet. With
// neither it only says something: a heading, why an action cannot run, what is wrong with a value.
struct PaletteRow {
    QString text;              // what Enter does, in words; plain text
    std::vector<int> matched;  // places in `text` that the search met
    QString detail;            // quiet, behind the text: the menu, a class number, a folder
    QString note;              // at the right: a score, "now", what could be typed
    QString keys;              // at the right: the shortcut
    std::optional<bool> on;    // of what can be on or off
    QString help;              // a sentence, shown under the list
    QString remembered;        // once it ran, to be offered again; empty: never
    QString completion;        // what Tab writes into the field
    std::function<void()> run; // empty: nothing to run
    bool heading = false;

    bool canEnter() const { return run != nullptr || !completion.isEmpty(); }
};

} // namespace blurig::ui
