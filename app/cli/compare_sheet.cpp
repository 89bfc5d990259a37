// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/compare_sheet.h"

#include "app/cli/display_options.h"
#include "core/explain/explanation_text.h"
#include "core/render/contact_sheet.h"
#include "core/render/map_render.h"

#include <fmt/format.h>

#include <algorithm>

namespace blurig {

namespace {

constexpr int smallestCell = 224; // px

int factorOf(const Raster& input) {
    return (smallestCell + input.width - 1) / input.width;
}

std::string costText(const MethodState& state) {
    if (state.noEvidence)
        return "no evidence to show";
    std::string text = fmt::format("{} gradients, {:.1f} s", state.cost.gradients, state.cost.seconds);
    if (!state.completeness)
        return text;
    const char* word = state.completeness->exactByConstruction ? "" : "gap ";
    return fmt::format("{}{}, {}", word, gapText(*state.completeness), text);
}

// "tabby", or words for several.
std::string targetOf(const std::vector<ComparedPane>& panes) {
    std::string common;
    for (const ComparedPane& pane : panes) {
        const std::string name = targetName(pane.explanation.item.target, pane.explanation.subject.model->card);
        if (!common.empty() && name != common)
            return "the pane's target";
        common = name;
    }
    return common;
}

std::string titleOf(const ComparedPane& pane) {
    const PaneChoice& choice = pane.choice;
    const std::string title = titleOf(methodById(choice.method), choice.parameters);
    return choice.model.empty() ? title
                                : fmt::format("{}, {}, {}", title, pane.explanation.subject.model->card.name,
                                              scoreText(pane.explanation));
}

} // namespace

Raster compareSheet(const Choice& session, const std::vector<ComparedPane>& panes) {
    const Display display = displayOf(session.compare.display.value_or(session.panes.front().display), Reading::Strict);
    std::vector<Array> planes; // empty where there is no evidence
    std::vector<ClipRange> ranges;
    std::vector<ClipRange> painted;
    for (const ComparedPane& pane : panes) {
        const MethodState& state = *pane.explanation.state;
        planes.push_back(state.noEvidence ? Array() : display.plane(state.attribution));
        ranges.push_back(state.noEvidence ? ClipRange() : display.range(planes.back()));
        if (!state.noEvidence)
            painted.push_back(ranges.back());
    }
    std::optional<ClipRange> common;
    if (session.compare.sharedRange && !painted.empty()) {
        common = widestRange(painted);
        std::ranges::fill(ranges, *common);
    }

    const Explanation& first = panes.front().explanation;
    const Raster input = renderInput(first.subject.prepared.z);
    ContactSheet sheet;
    sheet.title = fmt::format("{}, {}, by {}", targetText(first), scoreText(first), first.subject.model->card.name);
    sheet.columns = {"input"};
    SheetRow row{.caption = "", .cells = {{input, ""}}, .bar = {}};
    for (std::size_t i = 0; i < panes.size(); ++i) {
        sheet.columns.push_back(titleOf(panes[i]));
        const Raster seen = renderInput(panes[i].explanation.subject.prepared.z); // by the pane's own model
        row.cells.push_back(
            {planes[i].empty() ? seen : drawMap(planes[i], display.drawing(ranges[i]), seen, factorOf(seen)),
             costText(*panes[i].explanation.state)});
        if (planes[i].empty())
            sheet.notice +=
                fmt::format("{}{}. {}.", sheet.notice.empty() ? "" : " ", i + 1, noEvidenceText(panes[i].explanation));
    }
    if (showsTopArea(display.look) || painted.empty()) {
        sheet.footer = {display.description()};
    } else {
        row.bar = display.bar(common, targetOf(panes));
        sheet.footer = {fmt::format("{}, {}", display.description(),
                                    common ? "one colour range for all maps" : "each map with its own colour range")};
    }
    sheet.rows = {std::move(row)};
    sheet.cellWidth = input.width * factorOf(input);
    sheet.cellHeight = input.height * factorOf(input);
    return renderSheet(sheet);
}

} // namespace blurig
