// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/overlay_figure.h"

#include "core/explain/explanation_text.h"
#include "core/render/contact_sheet.h"
#include "core/render/map_render.h"
#include "core/render/upright.h"

#include <fmt/format.h>

#include <algorithm>

namespace blurig {

namespace {

constexpr int shortestSide = 420; // px of a cell; models see as little as 32

std::string columnOf(const Display& display) {
    switch (display.look) {
    case LookKind::Pixels:
        break;
    case LookKind::Region:
    case LookKind::Signed:
    case LookKind::Overlay:
        return "over the input";
    case LookKind::Masked:
        return fmt::format("top {} %", display.topArea);
    case LookKind::Outline:
        return fmt::format("outline of the top {} %", display.topArea);
    }
    return "";
}

// The map alone, pixel by pixel, then as the look draws it, and the key to its colours.
void addMaps(ContactSheet& sheet, SheetRow& row, const Explanation& explanation, const Display& display, int factor) {
    const Array map = upright(explanation.state->attribution);
    const Raster input = renderInput(upright(explanation.subject.prepared.z));
    const auto add = [&](const std::string& column, const Display& how, LookKind kind) {
        const Array plane = how.plane(map);
        Look drawing = how.drawing(how.range(plane));
        drawing.kind = kind;
        sheet.columns.push_back(column);
        row.cells.push_back({drawMap(plane, drawing, input, factor), ""});
    };
    add("attribution", display.ofValues(), LookKind::Pixels);
    if (display.look != LookKind::Pixels)
        add(columnOf(display), display, display.look);
    row.bar = display.bar(display.range(display.plane(map)),
                          targetName(explanation.item.target, explanation.subject.model->card));
    sheet.footer.back() += ", " + display.description();
}

} // namespace

Raster overlayFigure(const Explanation& explanation, const Method& method, const Display& display) {
    const Array z = upright(explanation.subject.prepared.z);
    const Raster input = renderInput(z);
    const int width = static_cast<int>(z.width());
    const int height = static_cast<int>(z.height());
    const int factor = std::max(1, (shortestSide + std::min(width, height) - 1) / std::min(width, height));
    ContactSheet sheet;
    sheet.cellWidth = width * factor;
    sheet.cellHeight = height * factor;
    sheet.title = fmt::format("{}: {}", method.label(), targetText(explanation));
    sheet.columns = {"what the model saw"};
    SheetRow row{"", {{input, ""}}, {}};
    sheet.footer = {completenessText(explanation),
                    fmt::format("F: {}. {}", scoreText(explanation), explanation.subject.model->card.name)};
    if (explanation.state->noEvidence)
        sheet.notice = noEvidenceText(explanation);
    else
        addMaps(sheet, row, explanation, display, factor);
    sheet.rows = {std::move(row)};
    return renderSheet(sheet);
}

} // namespace blurig
