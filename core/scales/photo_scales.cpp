// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/photo_scales.h"

#include "core/path/blur_path.h"
#include "core/path/score_trace.h"
#include "core/scales/octave_split.h"
#include "core/scales/scales_record.h"
#include "core/scales/split_paths.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace blurig {

namespace {

constexpr int formatVersion = 1;

void addSplit(PhotoScales& photo, const Explanation& explanation, MethodSink& sink, const std::stop_token& stop) {
    const OctaveSplit split = octaveSplit(splitPaths(explanation, sink, stop), {}, sink, stop);
    photo.octaves[explanation.state->method] = split.sums.octaves;
    photo.magnitudes[explanation.state->method] = split.sumsOfMagnitudes;
}

// Coming from the far end, F on a line in log(1 + sigma/0.5) between nodes.
std::optional<double> halfSigmaOf(const PathState& path, double half) {
    for (std::size_t i = path.nodes.size() - 1; i > 0; --i) {
        const PathNode& further = *path.nodes[i];
        const PathNode& nearer = *path.nodes[i - 1];
        if (further.value < half && nearer.value >= half) {
            const double share = (half - further.value) / (nearer.value - further.value);
            return sigmaAtLogScale(logScale(further.position) +
                                   share * (logScale(nearer.position) - logScale(further.position)));
        }
    }
    return std::nullopt;
}

std::vector<double> curveOf(const PathState& path, const Target& target, double end) {
    std::vector<double> curve;
    for (int i = 0; i < PhotoScales::curvePoints; ++i) {
        const double sigma = sigmaAtLogScale(logScale(end) * i / (PhotoScales::curvePoints - 1));
        curve.push_back(tracedScore(path, target, {std::min(sigma, path.path->farEnd())}).value);
    }
    return curve;
}

Json reducedJson(const ReducedScore& reduced) {
    return {numberJson(reduced.score), numberJson(reduced.logit), numberJson(reduced.clipped)};
}

ReducedScore reducedFrom(const Json& json) {
    ReducedScore reduced{.score = json.at(0).get<double>(), .clipped = json.at(2).get<double>()};
    if (!json.at(1).is_null())
        reduced.logit = json.at(1).get<double>();
    return reduced;
}

struct RemovalPart {
    const char* key;
    std::vector<ReducedScore> OctaveRemoval::*scores;
};
constexpr std::array removalParts{RemovalPart{"without", &OctaveRemoval::without},
                                  RemovalPart{"only_up_to", &OctaveRemoval::onlyUpTo},
                                  RemovalPart{"only_from", &OctaveRemoval::onlyFrom}};

std::optional<double> optionalFrom(const Json& json) {
    return json.is_null() ? std::nullopt : std::optional(json.get<double>());
}

PhotoScales parsed(const Json& json) {
    PhotoScales photo;
    photo.photo = json.at("photo").get<std::string>();
    photo.key = json.at("key").get<std::string>();
    photo.group = json.at("group").get<std::string>();
    photo.label = json.at("label").get<ClassIndex>();
    photo.labelName = json.at("label_name").get<std::string>();
    photo.scoreInput = json.at("score_input").get<double>();
    photo.scoreStart = json.at("score_start").get<double>();
    photo.sigmaMax = json.at("sigma_max").get<double>();
    photo.halfSigma = optionalFrom(json.at("half_sigma"));
    for (const Json& interval : json.at("bulk"))
        photo.bulk.push_back(interval.is_null() ? std::nullopt
                                                : std::optional(PositionInterval{interval.at(0).get<double>(),
                                                                                 interval.at(1).get<double>()}));
    photo.curve = json.at("curve").get<std::vector<double>>();
    photo.curveEnd = json.at("curve_end").get<double>();
    photo.octaves = json.at("octaves").get<std::map<std::string, std::vector<double>>>();
    photo.magnitudes = json.at("magnitudes").get<std::map<std::string, std::vector<double>>>();
    const Json& removal = json.at("removal");
    photo.removal.input = reducedFrom(removal.at("input"));
    for (const RemovalPart& part : removalParts)
        for (const Json& reduced : removal.at(part.key))
            (photo.removal.*part.scores).push_back(reducedFrom(reduced));
    return photo;
}

} // namespace

PhotoScales photoScales(const Explanation& blurIg, const OpenedSubject& opened, ReferenceModels& references,
                        MethodSink& sink, const std::stop_token& stop) {
    const PathState& path = *blurIg.state->paths.front();
    const ModelCard& card = blurIg.subject.model->card;
    PhotoScales photo{.photo = blurIg.subject.picture.name(),
                      .label = blurIg.run.target.classes.front().index,
                      .scoreInput = path.completeness.scoreInput,
                      .scoreStart = path.completeness.scoreStart,
                      .sigmaMax = path.path->farEnd()};
    photo.labelName = shortClassName(photo.label, card);
    photo.halfSigma = halfSigmaOf(path, photo.scoreInput / 2);
    for (const double share : bulkShares)
        photo.bulk.push_back(bulkInterval(path, share));
    for (const Axis& axis : blurIg.item.input.layout().axes)
        photo.curveEnd = std::max(photo.curveEnd, static_cast<double>(axis.size));
    photo.curve = curveOf(path, blurIg.run.target, photo.curveEnd);
    addSplit(photo, blurIg, sink, stop);
    for (const char* id : {"ig", "gradient-x-input"}) {
        Run run = blurIg.run;
        run.method = &methodById(id);
        run.parameters = defaultParameters(*run.method);
        addSplit(photo, explain(opened, run, references, sink, stop), sink, stop);
    }
    photo.removal =
        removeOctaves(*blurIg.model, blurIg.item.input, blurIg.item.axisWeights, blurIg.run.target, sink, stop);
    return photo;
}

Json photoScalesJson(const PhotoScales& photo) {
    Json bulk = Json::array();
    for (const auto& interval : photo.bulk)
        bulk.push_back(interval ? Json{numberJson(interval->from), numberJson(interval->to)} : Json(nullptr));
    Json removal{{"input", reducedJson(photo.removal.input)}};
    for (const RemovalPart& part : removalParts) {
        removal[part.key] = Json::array();
        for (const ReducedScore& reduced : photo.removal.*part.scores)
            removal[part.key].push_back(reducedJson(reduced));
    }
    const auto byMethod = [](const std::map<std::string, std::vector<double>>& values) {
        Json json = Json::object();
        for (const auto& [method, numbers] : values)
            json[method] = numbersJson(numbers);
        return json;
    };
    return {{"format_version", formatVersion},
            {"photo", photo.photo},
            {"key", photo.key},
            {"group", photo.group},
            {"label", photo.label},
            {"label_name", photo.labelName},
            {"score_input", numberJson(photo.scoreInput)},
            {"score_start", numberJson(photo.scoreStart)},
            {"sigma_max", numberJson(photo.sigmaMax)},
            {"half_sigma", numberJson(photo.halfSigma)},
            {"bulk", std::move(bulk)},
            {"curve", numbersJson(photo.curve)},
            {"curve_end", numberJson(photo.curveEnd)},
            {"octaves", byMethod(photo.octaves)},
            {"magnitudes", byMethod(photo.magnitudes)},
            {"removal", std::move(removal)}};
}

std::optional<PhotoScales> readPhotoScales(const std::string& text) {
    try {
        const Json json = Json::parse(text);
        if (json.at("format_version").get<int>() != formatVersion)
            return std::nullopt;
        return parsed(json);
    } catch (const Json::exception&) { // cut short, or another file: it is computed again
        return std::nullopt;
    }
}

} // namespace blurig
