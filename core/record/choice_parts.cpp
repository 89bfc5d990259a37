// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/choice_parts.h"

#include <algorithm>
#include <utility>

namespace blurig {

namespace {

bool samePart(const CompareChoice& before, CompareChoice after) {
    if (!sameComputations(before.panes, after.panes))
        return false;
    after.display = before.display;
    for (std::size_t i = 0; i < before.panes.size(); ++i) {
        after.panes[i].modelSha256 = before.panes[i].modelSha256;
        if (before.panes[i].execution.empty()) { // noted with the hash
            after.panes[i].execution.clear();
            after.panes[i].card = before.panes[i].card;
        }
    }
    return before == after;
}

} // namespace

bool sameComputations(const std::vector<PaneChoice>& before, const std::vector<PaneChoice>& after) {
    return std::equal(before.begin(), before.end(), after.begin(), after.end(),
                      [](const PaneChoice& a, const PaneChoice& b) {
                          return sameComputation(a, b) && (a.modelSha256.empty() || a.modelSha256 == b.modelSha256);
                      });
}

const PagePart& partOf(const Choice& choice, const std::string& page) {
    static const PagePart none;
    const auto found = choice.pages.find(page);
    return found == choice.pages.end() ? none : found->second;
}

void setPart(Choice& choice, const std::string& page, PagePart part) {
    if (part.empty())
        choice.pages.erase(page);
    else
        choice.pages[page] = std::move(part);
}

std::vector<std::vector<PaneChoice>*> paneLists(Choice& choice) {
    std::vector<std::vector<PaneChoice>*> lists{&choice.panes, &choice.compare.panes};
    for (auto& [page, part] : choice.pages)
        for (auto& [key, value] : part)
            if (auto* panes = std::get_if<std::vector<PaneChoice>>(&value))
                lists.push_back(panes);
    return lists;
}

const DisplayChoice& shownDisplay(const Choice& choice) {
    return choice.page == "compare" && choice.compare.display ? *choice.compare.display : choice.panes.front().display;
}

DisplayChoice& shownDisplay(Choice& choice) {
    return const_cast<DisplayChoice&>(shownDisplay(std::as_const(choice)));
}

void renameFiles(Choice& choice, const std::function<std::string(const std::string&)>& renamed) {
    std::vector<std::string*> names{&choice.picture, &choice.model};
    for (std::vector<PaneChoice>* panes : paneLists(choice))
        for (PaneChoice& pane : *panes)
            names.insert(names.end(), {&pane.baselinePicture, &pane.model});
    for (std::string* name : names)
        if (!name->empty())
            *name = renamed(*name);
}

std::set<std::string> changedParts(const Choice& before, const Choice& after) {
    std::set<std::string> changed;
    if (!samePart(before.compare, after.compare))
        changed.insert("compare");
    if (before.paths != after.paths)
        changed.insert("paths");
    for (const auto* choice : {&before, &after})
        for (const auto& [page, part] : choice->pages) {
            const auto old = before.pages.find(page);
            const auto now = after.pages.find(page);
            if (old == before.pages.end() || now == after.pages.end() || old->second != now->second)
                changed.insert(page);
        }
    return changed;
}

} // namespace blurig
