// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/scales_record.h"

#include "core/path/bulk.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <utility>

namespace blurig {

namespace {

constexpr int formatVersion = 1;

Json bandJson(const OctaveBand& band) {
    return {{"octave", band.octave}, {"period_from", band.periodFrom}, {"period_to", band.periodTo}};
}

Json classJson(ClassIndex index, const ModelCard& card) {
    return {{"index", index}, {"name", className(index, card)}};
}

Json scoresJson(const std::vector<ReducedScore>& scores) {
    Json list = Json::array();
    for (std::size_t octave = 0; octave < scores.size(); ++octave)
        list.push_back({{"octave", octave},
                        {"score", numberJson(scores[octave].score)},
                        {"logit", numberJson(scores[octave].logit)},
                        {"clipped", numberJson(scores[octave].clipped)}});
    return list;
}

Json perUnit(const DensityCell& cell, double value) {
    Json result;
    for (const auto& [key, axis] :
         {std::pair{"per_log_sigma", DensityAxis::LogSigma}, std::pair{"per_u", DensityAxis::LogScale},
          std::pair{"per_px", DensityAxis::Sigma}}) {
        const double width = cell.widthOn(axis);
        result[key] = std::isfinite(width) ? numberJson(value / width) : Json(nullptr);
    }
    return result;
}

} // namespace

Json numbersJson(const std::vector<double>& values) {
    Json list = Json::array();
    for (const double value : values)
        list.push_back(numberJson(value));
    return list;
}

Json octavesJson(const OctaveSplit& split, const std::string& method) {
    Json bands = Json::array();
    for (std::size_t i = 0; i < split.bands.size(); ++i) {
        Json band = bandJson(split.bands[i]);
        band["sum"] = numberJson(split.sums.octaves[i]);
        band["sum_absolute"] = split.sumsOfMagnitudes.empty() ? Json(nullptr) : numberJson(split.sumsOfMagnitudes[i]);
        band["sum_absolute_coefficients"] = numberJson(split.sumsOfCoefficients[i]);
        bands.push_back(std::move(band));
    }
    Json json{{"format_version", formatVersion},
              {"method", method},
              {"bands", std::move(bands)},
              {"mean", numberJson(split.sums.mean)},
              {"total", numberJson(split.sums.total())},
              {"matrix", nullptr},
              {"sigma_edges", nullptr}};
    if (split.rows.empty())
        return json;
    json["sigma_edges"] = numbersJson(split.edges);
    json["matrix"] = Json::array();
    for (const OctaveSums& row : split.rows)
        json["matrix"].push_back(numbersJson(row.octaves));
    return json;
}

Json removalJson(const OctaveRemoval& removal, const OctaveShapley* shapley) {
    Json bands = Json::array();
    for (const OctaveBand& band : removal.bands)
        bands.push_back(bandJson(band));
    Json json{{"format_version", formatVersion},
              {"bands", std::move(bands)},
              {"score_input", numberJson(removal.input.score)},
              {"logit_input", numberJson(removal.input.logit)},
              {"without", scoresJson(removal.without)},
              {"only_up_to", scoresJson(removal.onlyUpTo)},
              {"only_from", scoresJson(removal.onlyFrom)},
              {"forwards", removal.forwards}};
    if (shapley)
        json["shapley"] = {{"scores", numbersJson(shapley->scores)},
                           {"logits", shapley->logits.empty() ? Json(nullptr) : numbersJson(shapley->logits)},
                           {"forwards", shapley->forwards}};
    return json;
}

Json evolutionJson(const Evolution& evolution, std::string_view position, const ModelCard& card) {
    Json labels = Json::array();
    for (const LabelStretch& stretch : evolution.stretches) {
        Json label = classJson(stretch.label, card);
        label["from"] = numberJson(stretch.from);
        label["to"] = numberJson(stretch.to);
        labels.push_back(std::move(label));
    }
    Json classes = Json::array();
    for (const ClassIndex index : evolution.classes)
        classes.push_back(classJson(index, card));
    const auto secondLast = evolution.secondLast();
    return {{"format_version", formatVersion},
            {"position", position},
            {"labels", std::move(labels)},
            {"second_last_label", secondLast ? classJson(*secondLast, card) : Json(nullptr)},
            {"top_classes", std::move(classes)},
            {"forwards", evolution.forwards}};
}

Json densityJson(const PathState& state) {
    Json cells = Json::array();
    for (const DensityCell& cell : scaleDensity(state))
        cells.push_back({{"from_sigma", numberJson(cell.from)},
                         {"to_sigma", numberJson(cell.to)},
                         {"change", numberJson(cell.change)},
                         {"evidence", numberJson(cell.evidence)},
                         {"gap", numberJson(cell.gap)},
                         {"change_density", perUnit(cell, cell.change)},
                         {"evidence_density", perUnit(cell, cell.evidence)}});
    Json bulk = Json::array();
    for (const double share : bulkShares)
        if (const auto interval = bulkInterval(state, share))
            bulk.push_back(
                {{"share", share}, {"from_sigma", numberJson(interval->from)}, {"to_sigma", numberJson(interval->to)}});
    return {{"format_version", formatVersion}, {"cells", std::move(cells)}, {"bulk", std::move(bulk)}};
}

} // namespace blurig
