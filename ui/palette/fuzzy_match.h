// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace blurig::ui {

// How well a name meets what was typed.
struct FuzzyMatch {
    // From best: the beginning of a word, initials ("cac": Copy as command) or beginnings of words ("copcom"), inside
    // of a word, letters in their order anywhere. The worst word counts; what a name does not have, but its `also`,
    // less.
    enum Grade { Scattered, Aside, Inside, Initials, WordBeginning, Beginning, Whole };
    Grade grade = Scattered;
    int spread = 0;          // less is better among equal grades
    std::vector<int> places; // in the name, ascending
};

// Every word of the query has to be met, in the name or in `also` (words that find it and are not shown). Without
// regard to case. An empty query is met by everything.
std::optional<FuzzyMatch> fuzzyMatch(const QString& name, QStringView query, const QString& also = {});

bool betterMatch(const FuzzyMatch& a, const FuzzyMatch& b);

} // namespace blurig::ui
