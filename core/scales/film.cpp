// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/film.h"

#include "core/explain/sigma_text.h"
#include "core/model/class_ranking.h"
#include "core/model/score_name.h"
#include "core/path/blur_path.h"
#include "core/path/greatest_scores.h"
#include "core/render/contact_sheet.h"
#include "core/render/curve_picture.h"
#include "core/render/map_render.h"
#include "core/render/upright.h"
#include "core/scales/sigma_marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace blurig {

namespace {

constexpr int smallestCell = 224; // px
constexpr int curvesHeight = 150;
constexpr std::size_t rivals = 3; // classes beside the explained score

double sumOf(const Array& map) {
    double sum = 0;
    for (const float value : map.host())
        sum += double{value};
    return sum;
}

// Values change by orders of magnitude between scales: a common range would show one frame only.
SheetCell inOwnRange(const Array& map, const Display& display, const Raster& photo, int factor,
                     const std::string& words = {}) {
    const Array plane = display.plane(map);
    const ClipRange range = display.range(plane);
    const std::string end = showsTopArea(display.look) ? std::string() : fmt::format("high = {:.2g}", range.limit);
    return {drawMap(upright(plane), display.drawing(range), photo, factor),
            words.empty() || end.empty() ? words + end : fmt::format("{}, {}", words, end)};
}

} // namespace

Film::Film(FilmContent content, int frames)
    : m_content(std::move(content))
    , m_frames(frames)
    , m_space(m_content.subject.prepared.z, m_content.subject.axisWeights)
    , m_accumulation(m_content.path)
    , m_range(m_content.display.range(m_content.display.plane(m_content.path->attribution)))
    , m_photo(renderInput(upright(m_content.subject.prepared.z)))
    , m_scores(scores()) {
    assert(frames >= 2 && isOverSigma(m_content.path->path->description().kind));
}

double Film::sigmaOf(int index) const {
    const double share = static_cast<double>(m_frames - 1 - index) / (m_frames - 1);
    return index == m_frames - 1 ? 0 : sigmaAtLogScale(share * logScale(m_content.path->path->farEnd()));
}

LineChart Film::scores() const {
    const ModelCard& card = m_content.subject.model->card;
    LineChart chart{.placeAxis = sigmaAxis(m_content.subject), .marks = sigmaMarks(m_content.path->path->farEnd())};
    chart.series.push_back({.name = explainedName(m_content.target, m_content.score, card)});
    std::vector<ClassIndex> classes;
    for (const ClassIndex index : bestClasses(greatestScores(*m_content.path), rivals + 1)) {
        const bool isExplained =
            m_content.target.classes.size() == 1 && m_content.target.classes.front().index == index;
        // Class scores have one unit: beside a logit there are none.
        if (!isExplained && m_content.score == Score::ClassScore && classes.size() < rivals)
            classes.push_back(index);
    }
    for (const ClassIndex index : classes)
        chart.series.push_back({.name = shortClassName(index, card)});
    for (const auto& node : m_content.path->nodes) {
        chart.series[0].points.emplace_back(logScale(node->position), node->value);
        for (std::size_t i = 0; i < classes.size(); ++i)
            if (!node->classScores.empty())
                chart.series[i + 1].points.emplace_back(
                    logScale(node->position), double{node->classScores.host()[static_cast<std::size_t>(classes[i])]});
    }
    return chart;
}

Raster Film::frame(int index) {
    assert(index >= 0 && index < m_frames);
    const double sigma = sigmaOf(index);
    const ModelCard& card = m_content.subject.model->card;
    const Display& display = m_content.display;
    const int factor = (smallestCell + m_photo.width - 1) / m_photo.width;
    const Array accumulated = m_accumulation.at(sigma);
    const ScaleSample sample = m_space.sample(sigma);
    const auto node = nearestGradient(*m_content.path, sigma);
    ContactSheet sheet{.title =
                           fmt::format("{}, {}", explainedName(m_content.target, m_content.score, card), card.name),
                       .columns = {"blurred input", "LoG band", "gradient", "accumulated Blur IG"},
                       .cellWidth = m_photo.width * factor,
                       .cellHeight = m_photo.height * factor};
    SheetRow row;
    row.cells = {{renderInput(upright(sample.blurred)),
                  fmt::format("sigma {:.2f}{}", sigma, m_content.subject.clip ? "" : " px")},
                 inOwnRange(sample.laplacian, display.ofValues(), m_photo, factor),
                 inOwnRange(node->gradient, display, m_photo, factor, fmt::format("at sigma {:.2f}", node->position)),
                 {drawMap(upright(display.plane(accumulated)), display.drawing(m_range), m_photo, factor),
                  fmt::format("sum {:.3f}", sumOf(accumulated))}};
    if (!showsTopArea(display.look))
        row.bar = display.bar(m_range, targetName(m_content.target, card));
    sheet.rows.push_back(std::move(row));
    const Raster panes = renderSheet(sheet);
    return above(panes, renderCurves(m_scores, logScale(sigma), panes.width, curvesHeight));
}

} // namespace blurig
