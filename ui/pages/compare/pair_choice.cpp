// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/pair_choice.h"

#include <algorithm>
#include <utility>

namespace blurig::ui {

namespace {

std::vector<PaneChoice>::iterator at(CompareChoice& compare, std::size_t pane) {
    return compare.panes.begin() + static_cast<std::ptrdiff_t>(pane);
}

void keepPair(CompareChoice& compare) {
    if (compare.panes.size() < 2)
        return;
    const auto [a, b] = chosenPair(compare);
    compare.a = a;
    compare.b = b;
}

} // namespace

ChosenPair chosenPair(const CompareChoice& compare) {
    if (compare.panes.empty())
        return {};
    const std::size_t last = compare.panes.size() - 1;
    const auto known = [last](std::optional<std::size_t> pane) { return pane && *pane <= last ? pane : std::nullopt; };
    const auto a = known(compare.a);
    const auto b = known(compare.b);
    if (a && b && *a != *b)
        return {*a, *b};
    if (a)
        return {*a, *a == last ? 0 : last};
    if (b)
        return {*b == 0 ? last : 0, *b};
    return {0, last};
}

void chooseA(CompareChoice& compare, std::size_t pane) {
    const auto [a, b] = chosenPair(compare);
    compare.a = pane;
    compare.b = pane == b ? a : b;
}

void chooseB(CompareChoice& compare, std::size_t pane) {
    const auto [a, b] = chosenPair(compare);
    compare.a = pane == a ? b : a;
    compare.b = pane;
}

void swapPair(CompareChoice& compare) {
    const auto [a, b] = chosenPair(compare);
    compare.a = b;
    compare.b = a;
}

void addPane(CompareChoice& compare) {
    keepPair(compare);
    compare.panes.push_back(compare.panes.empty() ? PaneChoice{} : PaneChoice(compare.panes.back()));
}

void duplicatePane(CompareChoice& compare, std::size_t pane) {
    if (pane >= compare.panes.size())
        return;
    keepPair(compare);
    compare.panes.insert(at(compare, pane), PaneChoice(compare.panes[pane]));
    for (std::optional<std::size_t>* marked : {&compare.a, &compare.b})
        if (*marked > pane)
            ++**marked;
}

void removePane(CompareChoice& compare, std::size_t pane) {
    if (pane >= compare.panes.size())
        return;
    keepPair(compare);
    compare.panes.erase(at(compare, pane));
    for (std::optional<std::size_t>* marked : {&compare.a, &compare.b}) {
        if (*marked == pane)
            marked->reset();
        else if (*marked > pane)
            --**marked;
    }
}

void movePane(CompareChoice& compare, std::size_t from, std::size_t to) {
    if (from >= compare.panes.size() || to >= compare.panes.size())
        return;
    keepPair(compare);
    PaneChoice moved = std::move(compare.panes[from]);
    compare.panes.erase(at(compare, from));
    compare.panes.insert(at(compare, to), std::move(moved));
    for (std::optional<std::size_t>* marked : {&compare.a, &compare.b}) {
        if (!*marked)
            continue;
        std::size_t& pane = **marked;
        if (pane == from)
            pane = to;
        else if (from < pane && pane <= to)
            --pane;
        else if (to <= pane && pane < from)
            ++pane;
    }
}

} // namespace blurig::ui
