// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/palette/choice_value.h"

#include "ui/palette/fuzzy_match.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace blurig::ui {

std::vector<PaletteRow> choiceRows(const ValueChoices& value, const QString& typed) {
    std::vector<std::pair<FuzzyMatch, PaletteRow>> found;
    for (const ValueChoice& choice : value.choices) {
        std::optional<FuzzyMatch> match = fuzzyMatch(choice.name, typed, choice.also);
        if (choice.word.compare(typed, Qt::CaseInsensitive) == 0)
            match = {.grade = FuzzyMatch::Whole, .spread = 0, .places = {}};
        if (!match || match->grade == FuzzyMatch::Scattered)
            continue;
        PaletteRow row;
        row.text = value.sentence.arg(choice.name);
        const auto before = static_cast<int>(value.sentence.indexOf(QLatin1String("%1")));
        for (const int place : match->places)
            row.matched.push_back(before + place);
        row.detail = choice.detail;
        row.note = choice.current ? QCoreApplication::translate("Palette", "now") : QString();
        row.help = choice.help;
        row.remembered = value.word + u' ' + choice.word;
        row.completion = row.remembered;
        row.run = choice.run;
        found.emplace_back(std::move(*match), std::move(row));
    }
    if (!typed.isEmpty())
        std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return betterMatch(a.first, b.first); });
    std::vector<PaletteRow> rows;
    for (auto& [match, row] : found)
        rows.push_back(std::move(row));
    if (rows.empty()) {
        PaletteRow row;
        row.text = value.choices.empty() ? value.none : value.unknown.arg(typed);
        rows.push_back(row);
    }
    return rows;
}

} // namespace blurig::ui
