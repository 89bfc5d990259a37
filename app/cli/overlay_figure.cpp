// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/overlay_figure.h"

#include "core/explain/explanation_text.h"
#include "core/render/contact_sheet.h"
#include "core/render/map_render.h"

#include <fmt/format.h>

#include <algorithm>

namespace blurig {

namespace {

constexpr int shortestSide = 420; // px of a cell; models see as little as 32

std::string columnOf(const Display& display) {
    switch (display.style) {
    case DrawingStyle::Map:
        break;
    case DrawingStyle::Overlay:
        return "over the picture";
    case DrawingStyle::Masked:
        return fmt::format("top {} %", display.topArea);
    case DrawingStyle::Contour:
        return fmt::format("outline of the top {} %", display.topArea);
    }
    return "";
}

// The map alone, then as the style draws it, and the key to its colours.
void addMaps(ContactSheet& sheet, SheetRow& row, const Explanation& explanation, const Display& display, int factor) {
    const Array plane = display.plane(explanation.state->attribution);
    const ClipRange range = display.range(plane);
    const Raster input = renderInput(explanation.subject.prepared.z);
    MapDrawing drawing = display.drawing(range);
    drawing.style = DrawingStyle::Map;
    sheet.columns.emplace_back("attribution");
    row.cells.push_back({drawMap(plane, drawing, input, factor), ""});
    if (display.style != DrawingStyle::Map) {
        sheet.columns.push_back(columnOf(display));
        row.cells.push_back({drawMap(plane, display.drawing(range), input, factor), ""});
    }
    row.bar = display.bar(range, targetName(explanation.item.target, explanation.subject.model->card));
    sheet.footer.back() += ", " + display.description();
}

} // namespace

Raster overlayFigure(const Explanation& explanation, const Method& method, const Display& display) {
    const Array& z = explanation.subject.prepared.z;
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
