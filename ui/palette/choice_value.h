// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/palette/palette_row.h"

#include <QString>

#include <functional>
#include <vector>

namespace blurig::ui {

// One of the things that a word can be followed by.
struct ValueChoice {
    QString word;      // as it is remembered: "fig-3"
    QString name;      // as it is shown: "Fig 3: Grad-CAM, IG (random), Blur IG"
    QString also = {}; // words that find it and are not shown
    QString detail = {};
    QString help = {};
    bool current = false; // it is so now
    std::function<void()> run;
};

struct ValueChoices {
    QString word;     // "look"
    QString sentence; // "Draw the maps as %1"
    QString unknown;  // what is said where no choice has the typed name, %1
    QString none;     // what is said where there is nothing to choose from
    std::vector<ValueChoice> choices;
};

// Those whose name or word meets what was typed, best first; all where nothing was typed.
std::vector<PaletteRow> choiceRows(const ValueChoices& value, const QString& typed);

} // namespace blurig::ui
