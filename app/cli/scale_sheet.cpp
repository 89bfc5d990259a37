// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/scale_sheet.h"

#include "app/cli/interrupt.h"
#include "core/path/accumulation.h"
#include "core/path/blur_path.h"
#include "core/render/contact_sheet.h"
#include "core/scale/scale_space.h"

#include <fmt/format.h>

namespace blurig {

namespace {

constexpr int smallestCell = 180; // px

std::vector<double> sheetScales(double sigmaMax, std::size_t count) {
    std::vector<double> sigmas;
    for (std::size_t index = 0; index + 1 < count; ++index)
        sigmas.push_back(sigmaAtLogScale(logScale(sigmaMax) * static_cast<double>(count - 1 - index) /
                                         static_cast<double>(count - 1)));
    sigmas.push_back(0);
    return sigmas;
}

std::string sigmaText(double sigma) {
    return fmt::format("sigma {:.{}f} px", sigma, sigma == 0 || sigma >= 10 ? 0 : sigma >= 1 ? 1 : 2);
}

class SheetBuilder {
public:
    SheetBuilder(const Explanation& explanation, const Display& display)
        : m_explanation(explanation)
        , m_display(display)
        , m_space(explanation.prepared.z)
        , m_accumulation(explanation.state->paths.front())
        , m_limit(clipLimit(plane(explanation.state->attribution), display.clipPercentile)) {
        const bool diverging = display.colors->kind == ColorMap::Kind::Diverging;
        const std::string low = diverging ? "low" : "0";
        const std::string middle = diverging ? "0" : "";
        m_rows = {{"blurred\ninput", {}, {}},
                  {"LoG", {}, SheetBar{display.colors, low, middle, "high"}},
                  {"gradient", {}, SheetBar{display.colors, low, middle, "high"}},
                  {"accumulated\nBlur IG",
                   {},
                   SheetBar{display.colors, diverging ? fmt::format("{:.2g}", -m_limit) : "0", middle,
                            fmt::format("{:.2g}", m_limit)}}};
    }

    void addColumn(double sigma) {
        const Array blurred = m_space.blurred(sigma);
        const Evaluation evaluation =
            m_explanation.model->evaluate(asBatch(blurred), m_explanation.item.target, m_explanation.item.score);
        const Array accumulated = m_accumulation.at(sigma);
        double sum = 0;
        for (const float value : accumulated.host())
            sum += value;
        m_rows[0].cells.push_back({renderInput(blurred), fmt::format("F = {:.3f}", evaluation.values.front())});
        m_rows[1].cells.push_back(ownRange(m_space.laplacian(sigma)));
        m_rows[2].cells.push_back(ownRange(evaluation.gradients.front()));
        m_rows[3].cells.push_back({draw(plane(accumulated), m_limit), fmt::format("sum {:.3f}", sum)});
    }

    std::vector<SheetRow> rows() && { return std::move(m_rows); }

private:
    Array plane(const Array& map) const { return reduceChannels(map, m_display.reduction); }
    Raster draw(const Array& map, double limit) const { return renderMap(map, {m_display.colors, limit}); }

    // Values change by orders of magnitude between scales: a common range would show one column only.
    SheetCell ownRange(const Array& map) const {
        const Array reduced = plane(map);
        const double limit = clipLimit(reduced, m_display.clipPercentile);
        return {draw(reduced, limit), fmt::format("high = {:.2g}", limit)};
    }

    const Explanation& m_explanation;
    const Display& m_display;
    ScaleSpace m_space;
    Accumulation m_accumulation;
    double m_limit;
    std::vector<SheetRow> m_rows;
};

} // namespace

Raster scaleSheet(const Explanation& explanation, const Display& display, std::size_t columns) {
    const Array& z = explanation.prepared.z;
    SheetBuilder builder(explanation, display);
    ContactSheet sheet;
    for (const double sigma : sheetScales(explanation.state->paths.front()->path->farEnd(), columns)) {
        throwIfInterrupted();
        builder.addColumn(sigma);
        sheet.columns.push_back(sigmaText(sigma));
    }
    sheet.rows = std::move(builder).rows();
    // Never reduced: averaging coloured noise would give greys that are not in the colour map.
    const auto width = static_cast<int>(z.width());
    const int factor = (smallestCell + width - 1) / width;
    sheet.cellWidth = width * factor;
    sheet.cellHeight = static_cast<int>(z.height()) * factor;
    sheet.title = fmt::format("Where in scale is the evidence for {}?", explanation.targetText());
    sheet.footer = {explanation.completenessText(),
                    fmt::format("F: {}. LoG and gradient: each picture has its own range, its end is \"high\". "
                                "Accumulated: from the left end down to sigma. {}, {}",
                                name(explanation.item.score), explanation.model->card().name, display.description())};
    return renderSheet(sheet);
}

} // namespace blurig
