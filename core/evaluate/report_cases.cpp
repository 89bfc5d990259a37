// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/report_cases.h"

#include "core/error.h"
#include "core/evaluate/judged_photo.h"
#include "core/evaluate/study_summary.h"
#include "core/explain/display.h"
#include "core/render/map_render.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace blurig {

namespace {

constexpr std::size_t each = 3; // best and worst

// The photo with the edge of what is annotated.
Raster withEdge(const Raster& photo, const Mask& mask) {
    std::vector<std::uint8_t> pixels(*photo.rgba);
    const auto inside = [&mask](int x, int y) {
        return x >= 0 && y >= 0 && x < mask.width && y < mask.height &&
               mask.inside[static_cast<std::size_t>(y) * static_cast<std::size_t>(mask.width) +
                           static_cast<std::size_t>(x)] != 0;
    };
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            if (inside(x, y) && !(inside(x - 1, y) && inside(x + 1, y) && inside(x, y - 1) && inside(x, y + 1)))
                std::ranges::copy(outlineColor, pixels.begin() + 4 * (std::ptrdiff_t{y} * photo.width + x));
    return {.width = photo.width,
            .height = photo.height,
            .rgba = std::make_shared<const std::vector<std::uint8_t>>(std::move(pixels))};
}

Raster beside(const Raster& left, const Raster& right) { // of one height
    std::vector<std::uint8_t> pixels;
    for (int y = 0; y < left.height; ++y)
        for (const Raster* raster : {&left, &right}) {
            const auto row = raster->rgba->begin() + 4 * std::ptrdiff_t{y} * raster->width;
            pixels.insert(pixels.end(), row, row + 4 * std::ptrdiff_t{raster->width});
        }
    return {.width = left.width + right.width,
            .height = left.height,
            .rgba = std::make_shared<const std::vector<std::uint8_t>>(std::move(pixels))};
}

std::optional<MetricColumn> figureToRank(const StudyRequest& request) {
    for (const Metric* metric : request.metrics)
        for (const MetricColumn& column : metric->columns())
            if (column.better != Better::Neither)
                return column;
    return std::nullopt;
}

} // namespace

std::vector<ReportCase> reportCases(const Study& study, const StudyRequest& request,
                                    const std::shared_ptr<const Model>& model, ReferenceModels& references,
                                    MethodSink& sink, const std::stop_token& stop) {
    std::vector<ReportCase> cases;
    const auto column = figureToRank(request);
    if (!column || request.methods.empty())
        return cases;
    const JudgedMethod& method = request.methods.front();
    std::vector<std::pair<double, std::string>> ranked; // best first
    for (const auto& [photo, value] : valuesByPhoto(study, method.id, column->key))
        ranked.emplace_back(value, photo);
    std::ranges::stable_sort(ranked, [better = column->better](const auto& a, const auto& b) {
        return better == Better::Higher ? a.first > b.first : a.first < b.first;
    });
    std::vector<std::pair<std::string, std::size_t>> chosen; // heading, place
    for (std::size_t i = 0; i < std::min(each, ranked.size()); ++i)
        chosen.emplace_back("best", i);
    for (std::size_t i = std::max(each, ranked.size() > each ? ranked.size() - each : ranked.size()); i < ranked.size();
         ++i)
        chosen.emplace_back("worst", i);
    const Display display = displayOf({}, Reading::Lenient);
    for (const auto& [which, place] : chosen) {
        const auto& [value, name] = ranked[place];
        const auto found = std::ranges::find_if(
            *study.data, [&](const DatasetPhoto& photo) { return nameOf(photo, request.data) == name; });
        if (found == study.data->end())
            continue;
        const JudgedPhoto photo = judgedPhoto(model, readPhoto(*found), request.crop);
        const Array map = mapOf(method, photo, found->file, references, sink, stop);
        const Array plane = display.plane(map);
        const Raster input = renderInput(photo.opened.subject.prepared.z);
        const Raster left =
            photo.photoMask ? withEdge(input, inModelPixels(*photo.photoMask, photo.opened.subject.prepared.geometry))
                            : input;
        cases.push_back({.heading = fmt::format("{} {} of {}: {:.3f}", which, column->label, method.label, value),
                         .photo = name,
                         .picture = beside(left, drawMap(plane, display.drawing(display.range(plane)), input, 1))});
    }
    return cases;
}

} // namespace blurig
