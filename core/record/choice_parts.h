// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace blurig {

// Whether panes compute the same; they may be drawn differently. The hash of a model that is noted where there was none
// changes nothing, one that goes or changes does.
bool sameComputations(const std::vector<PaneChoice>& before, const std::vector<PaneChoice>& after);

// Ids of the pages whose parts of the choice differ, apart from what was noted of models: hash, execution, card.
std::set<std::string> changedParts(const Choice& before, const Choice& after);

// The part of a page; empty where the choice has none.
const PagePart& partOf(const Choice& choice, const std::string& page);

// None where there is none, or one of another kind.
template <typename Kind> std::optional<Kind> valueAt(const PagePart& part, const std::string& key) {
    const auto found = part.find(key);
    const Kind* value = found == part.end() ? nullptr : std::get_if<Kind>(&found->second);
    return value ? std::optional(*value) : std::nullopt;
}

// A text of a page's part, by its key.
template <typename Part> struct TextKey {
    const char* key;
    std::string Part::*text;
};
template <typename Part, std::size_t count>
void readTexts(const PagePart& page, const std::array<TextKey<Part>, count>& keys, Part& part) {
    for (const auto& [key, text] : keys)
        if (const auto known = valueAt<std::string>(page, key))
            part.*text = *known;
}
// Those that differ from the usual ones.
template <typename Part, std::size_t count>
PagePart textsOf(const Part& part, const std::array<TextKey<Part>, count>& keys) {
    PagePart page;
    const Part usual{};
    for (const auto& [key, text] : keys)
        if (part.*text != usual.*text)
            page[key] = part.*text;
    return page;
}
void setPart(Choice& choice, const std::string& page, PagePart part); // an empty one goes

// Every list of panes in a choice, those of the pages' parts too.
std::vector<std::vector<PaneChoice>*> paneLists(Choice& choice);

// How the maps of the page that is shown are drawn.
const DisplayChoice& shownDisplay(const Choice& choice);
DisplayChoice& shownDisplay(Choice& choice); // of the first pane, where the page has none of its own

// Of all files that a choice names: pictures, models and baselines.
void renameFiles(Choice& choice, const std::function<std::string(const std::string&)>& renamed);

} // namespace blurig
