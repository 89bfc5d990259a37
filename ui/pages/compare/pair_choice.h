// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"

#include <cstddef>

namespace blurig::ui {

// Which panes of a comparison are looked at against each other. Unless the user has chosen, the first and the last.
struct ChosenPair {
    std::size_t a = 0;
    std::size_t b = 0; // a itself where there is one pane only
};
ChosenPair chosenPair(const CompareChoice& compare);

// Another pane becomes A or B; what was there takes the place of a pane that was the other.
void chooseA(CompareChoice& compare, std::size_t pane);
void chooseB(CompareChoice& compare, std::size_t pane);
void swapPair(CompareChoice& compare);

// Panes come, go and move; A and B stay the panes that they are, chosen or not. Nothing happens to indices that there
// are not.
void addPane(CompareChoice& compare); // like the last one
void duplicatePane(CompareChoice& compare, std::size_t pane);
void removePane(CompareChoice& compare, std::size_t pane);
void movePane(CompareChoice& compare, std::size_t from, std::size_t to);

} // namespace blurig::ui
