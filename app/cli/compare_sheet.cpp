// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/compare_sheet.h"

#include "core/render/contact_sheet.h"
#include "core/render/map_render.h"

#include <fmt/format.h>

#include <algorithm>

namespace blurig {

namespace {

constexpr int smallestCell = 224; // px

std::string costText(const MethodState& state) {
    std::string text = fmt::format("{} gradients, {:.1f} s", state.cost.gradients, state.cost.seconds);
    if (!state.completeness)
        return text;
    const char* word = state.completeness->exactByConstruction ? "" : "gap ";
    return fmt::format("{}{}, {}", word, gapText(*state.completeness), text);
}

std::string titleOf(const ComparedPane& pane) {
    const PaneChoice& choice = pane.choice;
    std::string title = methodById(choice.method).label();
    for (const char* key : {"baseline", "seed_method"})
        if (const auto found = choice.parameters.find(key); found != choice.parameters.end())
            title += fmt::format(" ({})", found->second);
    return choice.model.empty() ? title : fmt::format("{}, {}", title, pane.explanation.model->card().name);
}

} // namespace

Raster compareSheet(const Choice& session, const std::vector<ComparedPane>& panes) {
    const DisplayChoice& display = session.panes.front().display;
    const ColorMap& colors = display.colorMap.empty() ? colorMaps().front() : colorMapById(display.colorMap);
    const ChannelReduction reduction = parseChannelReduction(display.reduction);
    std::vector<Array> planes;
    std::vector<double> limits;
    for (const ComparedPane& pane : panes) {
        planes.push_back(reduceChannels(pane.explanation.state->attribution, reduction));
        limits.push_back(clipLimit(planes.back(), display.clipPercentile));
    }
    if (session.compare.sharedRange)
        std::ranges::fill(limits, *std::ranges::max_element(limits));

    const Explanation& first = panes.front().explanation;
    ContactSheet sheet;
    sheet.title = fmt::format("{} by {}", first.targetText(), first.model->card().name);
    sheet.columns = {"input"};
    SheetRow row{.caption = "", .cells = {{renderInput(first.prepared.z), ""}}, .bar = {}};
    for (std::size_t i = 0; i < panes.size(); ++i) {
        sheet.columns.push_back(titleOf(panes[i]));
        row.cells.push_back(
            {renderMap(planes[i], {.colors = &colors, .limit = limits[i]}), costText(*panes[i].explanation.state)});
    }
    row.bar = SheetBar{.colors = &colors, .low = "speaks against", .middle = "0", .high = "supports"};
    sheet.rows = {std::move(row)};
    sheet.footer = {fmt::format("{} over channels, clipped at {} %, {}", name(reduction), display.clipPercentile,
                                session.compare.sharedRange ? "one colour range for all maps"
                                                            : "each map with its own colour range")};
    const auto width = static_cast<int>(first.prepared.z.width());
    const int factor = (smallestCell + width - 1) / width;
    sheet.cellWidth = width * factor;
    sheet.cellHeight = static_cast<int>(first.prepared.z.height()) * factor;
    return renderSheet(sheet);
}

} // namespace blurig
