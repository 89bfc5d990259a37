// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/record.h"

#include "core/explain/bulk.h"
#include "core/explain/crop_words.h"
#include "core/explain/versions.h"
#include "core/methods/integration_parameters.h"
#include "core/model/row_groups.h"
#include "core/model/score_name.h"
#include "core/path/integrator.h"
#include "core/words.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace blurig {

namespace {

constexpr int formatVersion = 1;

constexpr Words<CardOrigin, 4> originWords{{{CardOrigin::Embedded, "embedded"},
                                            {CardOrigin::BesideFile, "beside-file"},
                                            {CardOrigin::GivenByUser, "given-by-user"},
                                            {CardOrigin::Assumed, "assumed"}}};

// "off" and "auto" stay words: null would hide which of them it was.
struct ParameterJson {
    const ParameterSpec& spec;

    Json operator()(std::monostate) const { return spec.unsetWord; }
    Json operator()(double value) const { return numberJson(value); }
    Json operator()(bool value) const { return value; }
    Json operator()(std::int64_t value) const { return value; }
    Json operator()(const std::string& value) const { return value; }
};

Json parametersJson(const Parameters& parameters) {
    Json result = Json::object();
    for (const ParameterSpec& spec : parameters.specs())
        result[spec.key] = std::visit(ParameterJson{spec}, parameters.value(spec.key));
    return result;
}

Json targetJson(const Target& target, const ModelCard& card) {
    Json classes = Json::array();
    for (const WeightedClass& part : target.classes)
        classes.push_back(
            {{"index", part.index}, {"name", className(part.index, card)}, {"weight", numberJson(part.weight)}});
    return {{"index", target.classes.front().index}, {"name", targetName(target, card)}, {"classes", classes}};
}

// The parts of the state that only some methods have.
void addScores(Json& record, const MethodState& state, const std::optional<double>& scoreInput) {
    const std::optional<Completeness>& completeness = state.completeness;
    record["score_input"] = completeness ? numberJson(completeness->scoreInput) : numberJson(scoreInput);
    if (!completeness) {
        for (const char* key :
             {"score_baseline", "score_limit", "sum", "gap", "gap_relative", "exact_by_construction", "map_error"})
            record[key] = nullptr;
        return;
    }
    record["score_baseline"] = numberJson(completeness->scoreStart);
    record["score_limit"] = numberJson(completeness->scoreLimit);
    record["sum"] = numberJson(completeness->sum);
    record["gap"] = numberJson(completeness->gap());
    record["gap_relative"] = numberJson(completeness->relativeGap());
    record["exact_by_construction"] = completeness->exactByConstruction;
    record["map_error"] = numberJson(completeness->mapError);
}

void addEvidence(Json& record, const MethodState& state) {
    record["evidence"] = !state.noEvidence.has_value();
    record["no_evidence"] = state.noEvidence ? Json{{"reason", name(state.noEvidence->reason)},
                                                    {"words", wordsOf(*state.noEvidence)},
                                                    {"magnitude", numberJson(state.noEvidence->magnitude)}}
                                             : Json(nullptr);
}

// Reference mode has its own nodes, whatever the schedule says.
Json scheduleJson(const Parameters& parameters) {
    if (isReferenceMode(parameters))
        return "reference";
    return parameters.has("schedule") ? Json(parameters.text("schedule")) : Json(nullptr);
}

void addPaths(Json& record, const MethodState& state) {
    const Path* first = state.paths.empty() ? nullptr : state.paths.front()->path.get();
    const bool scales = first && isOverSigma(first->description().kind);
    record["sigma_max"] = scales ? numberJson(first->farEnd()) : Json(nullptr);
    record["schedule"] = scheduleJson(state.parameters);
    record["start_nodes"] = Integration::startNodes;
    record["round_size"] = Integration::roundSize;
    record["position"] = first ? Json(positionNameOf(first->description().kind)) : Json(nullptr);
    const auto bulk = bulkOf(state);
    record["bulk"] =
        bulk ? Json{{"share", bulkShare}, {"from_sigma", bulk->from}, {"to_sigma", bulk->to}} : Json(nullptr);
    Json nodes = Json::array();
    for (std::size_t path = 0; path < state.paths.size(); ++path)
        for (const auto& node : state.paths[path]->nodes)
            nodes.push_back({{"path", path},
                             {"position", numberJson(node->position)},
                             {"value", numberJson(node->value)},
                             {"kind", node->gradient.empty() ? "forward" : "gradient"}});
    record["nodes"] = nodes;
}

// `execution`: how it ran, which reference mode decides by itself.
Json modelJson(const ModelInfo& model, const Execution& execution) {
    Json card = cardJson(model.card);
    card.erase("classes"); // a thousand names; the hash stands for them
    return {{"file", model.file},
            {"sha256", model.sha256},
            {"name", model.card.name},
            {"card_origin", wordOf(originWords, model.cardOrigin)},
            {"freezing", execution.freezing == Freezing::Frozen ? "frozen" : "as-filed"},
            {"execution", toText(execution)},
            {"examination", examinationJson(model.examination)},
            {"device", name(model.network.device)},
            {"rows_together", rowsTogether(execution, model.network, layoutOf(model.card.input))},
            {"card", card},
            {"notes", model.notes}};
}

Json pictureJson(const Picture& picture) {
    return {{"file", picture.name()},     {"sha256", picture.sha256()},         {"width", picture.width()},
            {"height", picture.height()}, {"colours", name(picture.colours())}, {"notes", picture.notes()}};
}

Json soundJson(const Subject& subject) {
    const Clip& clip = *subject.clip;
    return {{"file", clip.sound.name},
            {"sha256", clip.sound.sha256},
            {"seconds", numberJson(clip.sound.seconds())},
            {"rate", clip.sound.rate},
            {"file_rate", clip.sound.source.rate},
            {"file_channels", clip.sound.source.channels},
            {"patches", clip.patches.size()},
            {"patch", subject.patch},
            {"from_seconds", numberJson(startOf(clip, subject.patch))},
            {"to_seconds", numberJson(endOf(clip, subject.patch))},
            {"blur", name(subject.blurred)},
            {"notes", clip.notes}};
}

Json cropJson(CropRule rule, const InputGeometry& geometry) {
    const PixelRect& source = geometry.source;
    return {{"rule", name(rule)},
            {"source",
             {{"x", numberJson(source.x)},
              {"y", numberJson(source.y)},
              {"width", numberJson(source.width)},
              {"height", numberJson(source.height)}}},
            {"model_width", geometry.modelWidth},
            {"model_height", geometry.modelHeight}};
}

} // namespace

Json attributionRecord(const Subject& subject, const MethodState& state, std::optional<double> scoreInput) {
    const Versions used = versions();
    const ModelInfo& model = *subject.model;
    const ClassIndex first = state.target.classes.front().index;
    Json record;
    record["format_version"] = formatVersion;
    record["program_version"] = used.blurig;
    record["method"] = state.method;
    record["parameters"] = parametersJson(state.parameters);
    record["target"] = targetJson(state.target, model.card);
    record["target_index"] = first;
    record["target_name"] = className(first, model.card);
    record["score"] = scoreName(state.score, model.card.output);
    addScores(record, state, scoreInput);
    addEvidence(record, state);
    record["ending"] = name(state.ending);
    record["repeatable"] = state.repeatable;
    record["gradients"] = gradientsBehind(state);
    record["forwards"] = state.cost.forwards;
    record["seconds"] = numberJson(state.cost.seconds);
    addPaths(record, state);
    record["model"] = modelJson(model, state.execution);
    record["picture"] = subject.picture.empty() ? Json(nullptr) : pictureJson(subject.picture);
    record["sound"] = subject.clip ? soundJson(subject) : Json(nullptr);
    record["crop"] = subject.picture.empty() ? Json(nullptr) : cropJson(subject.crop.rule, subject.prepared.geometry);
    record["versions"] = {{"blurig", used.blurig}, {"libtorch", used.libtorch}, {"opencv", used.opencv}};
    record["notes"] = state.notes;
    return record;
}

} // namespace blurig
