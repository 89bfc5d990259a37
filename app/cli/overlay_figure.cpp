// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/overlay_figure.h"

#include "core/render/contact_sheet.h"

#include <fmt/format.h>

#include <algorithm>

namespace blurig {

namespace {

constexpr int shortestSide = 420; // px of a cell; models see as little as 32

} // namespace

Raster overlayFigure(const Explanation& explanation, const Method& method, const Display& display) {
    const Array& z = explanation.prepared.z;
    const Array plane = reduceChannels(explanation.state->attribution, display.reduction);
    const double limit = clipLimit(plane, display.clipPercentile);
    const Raster input = renderInput(z);
    const Raster map = renderMap(plane, {.colors = display.colors, .limit = limit});
    const Raster veil = renderMap(
        plane, {.colors = display.colors, .limit = limit, .alpha = MapAlpha::ByMagnitude, .opacity = display.opacity});

    const int width = static_cast<int>(z.width());
    const int height = static_cast<int>(z.height());
    const int factor = std::max(1, (shortestSide + std::min(width, height) - 1) / std::min(width, height));
    const bool diverging = display.colors->kind == ColorMap::Kind::Diverging;
    ContactSheet sheet;
    sheet.cellWidth = width * factor;
    sheet.cellHeight = height * factor;
    sheet.title = fmt::format("{}: {}", method.label(), explanation.targetText());
    sheet.columns = {"what the model saw", "attribution", "over the picture"};
    sheet.rows = {{"",
                   {{input, ""}, {map, ""}, {blend(grey(input), veil), ""}},
                   SheetBar{display.colors, diverging ? fmt::format("{:.2g}", -limit) : "0", diverging ? "0" : "",
                            fmt::format("{:.2g}", limit)}}};
    sheet.footer = {explanation.completenessText(), "F: " + std::string(name(explanation.item.score)) + ". " +
                                                        explanation.model->card().name + ", " + display.description()};
    return renderSheet(sheet);
}

} // namespace blurig
