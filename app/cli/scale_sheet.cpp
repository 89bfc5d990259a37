// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/scale_sheet.h"

#include "app/cli/interrupt.h"
#include "core/explain/explanation_text.h"
#include "core/explain/sigma_text.h"
#include "core/path/accumulation.h"
#include "core/path/blur_path.h"
#include "core/render/contact_sheet.h"
#include "core/render/map_render.h"
#include "core/render/upright.h"
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

std::string columnText(const Subject& subject, double sigma) {
    return fmt::format("sigma {:.{}f}{}", sigma,
                       sigma == 0 || sigma >= 10 ? 0
                       : sigma >= 1              ? 1
                                                 : 2,
                       subject.clip ? "" : " px");
}

class SheetBuilder {
public:
    SheetBuilder(const Explanation& explanation, const Display& display)
        : m_explanation(explanation)
        , m_display(display)
        , m_values(display.ofValues())
        , m_space(explanation.subject.prepared.z, explanation.subject.axisWeights)
        , m_accumulation(explanation.state->paths.front())
        , m_range(display.range(display.plane(explanation.state->attribution)))
        , m_input(renderInput(upright(explanation.subject.prepared.z)))
        // Never reduced: averaging coloured noise would give greys that are not in the colour map.
        , m_factor((smallestCell + m_input.width - 1) / m_input.width) {
        m_rows = {{"blurred\ninput", {}, {}}, {"LoG", {}, {}}};
        if (!showsTopArea(m_values.look))
            m_rows[1].bar = m_values.bar(std::nullopt);
        if (explanation.state->noEvidence) // gradient and map would show rounding
            return;
        m_rows.insert(m_rows.end(), {{"gradient", {}, {}}, {"accumulated\nBlur IG", {}, {}}});
        if (!showsTopArea(display.look)) {
            m_rows[2].bar = display.bar(std::nullopt);
            m_rows[3].bar = display.bar(m_range, targetName(explanation.item.target, explanation.subject.model->card));
        }
    }

    void addColumn(double sigma) {
        const Array blurred = m_space.blurred(sigma);
        const Evaluation evaluation =
            m_explanation.model->evaluate(asBatch(blurred), m_explanation.item.target, m_explanation.item.score);
        m_rows[0].cells.push_back(
            {renderInput(upright(blurred)), fmt::format("F = {:.3f}", evaluation.values.front())});
        m_rows[1].cells.push_back(ownRange(m_space.laplacian(sigma), m_values));
        if (!m_explanation.state->noEvidence)
            addEvidence(sigma, evaluation.gradients.front());
    }

    void fill(ContactSheet& sheet) && {
        sheet.rows = std::move(m_rows);
        sheet.cellWidth = m_input.width * m_factor;
        sheet.cellHeight = m_input.height * m_factor;
    }

private:
    void addEvidence(double sigma, const Array& gradient) {
        const Array accumulated = m_accumulation.at(sigma);
        double sum = 0;
        for (const float value : accumulated.host())
            sum += value;
        m_rows[2].cells.push_back(ownRange(gradient, m_display));
        m_rows[3].cells.push_back(
            {draw(m_display.plane(accumulated), m_display, m_range), fmt::format("sum {:.3f}", sum)});
    }

    Raster draw(const Array& plane, const Display& display, const ClipRange& range) const {
        return drawMap(upright(plane), display.drawing(range), m_input, m_factor);
    }

    // Values change by orders of magnitude between scales: a common range would show one column only.
    SheetCell ownRange(const Array& map, const Display& display) const {
        const Array plane = display.plane(map);
        const ClipRange range = display.range(plane);
        return {draw(plane, display, range),
                showsTopArea(display.look) ? std::string() : fmt::format("high = {:.2g}", range.limit)};
    }

    const Explanation& m_explanation;
    const Display& m_display;
    Display m_values; // of the LoG band
    ScaleSpace m_space;
    Accumulation m_accumulation;
    ClipRange m_range; // of the whole map
    Raster m_input;
    int m_factor;
    std::vector<SheetRow> m_rows;
};

} // namespace

Raster scaleSheet(const Explanation& explanation, const Display& display, std::size_t columns) {
    SheetBuilder builder(explanation, display);
    ContactSheet sheet;
    for (const double sigma : sheetScales(explanation.state->paths.front()->path->farEnd(), columns)) {
        throwIfInterrupted();
        builder.addColumn(sigma);
        sheet.columns.push_back(columnText(explanation.subject, sigma));
    }
    std::move(builder).fill(sheet);
    sheet.title = fmt::format("At which scales is the evidence for {}?", targetText(explanation));
    sheet.notice = noEvidenceText(explanation);
    sheet.footer = {completenessText(explanation),
                    fmt::format("F: {}. LoG and gradient: each picture has its own range; \"high\" is its end. "
                                "Accumulated: from the left end down to sigma. {}, {}",
                                scoreText(explanation), explanation.subject.model->card.name, display.description())};
    if (const std::string bulk = bulkText(explanation); !bulk.empty())
        sheet.footer.insert(sheet.footer.begin(), bulk);
    if (explanation.subject.clip)
        sheet.footer.push_back(fmt::format("Sigma 1 is {}.", sigmaText(explanation.subject, 1)));
    return renderSheet(sheet);
}

} // namespace blurig
