// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/attribution_record.h"

#include "core/engine/versions.h"
#include "core/methods/integration_parameters.h"
#include "core/model/score_name.h"
#include "core/path/integrator.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace blurig {

namespace {

using Json = nlohmann::ordered_json;

constexpr int formatVersion = 1;

// JSON has no NaN and no infinity.
Json number(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json number(const std::optional<double>& value) {
    return value ? number(*value) : Json(nullptr);
}

const char* word(CardOrigin origin) {
    switch (origin) {
    case CardOrigin::Embedded:
        return "embedded";
    case CardOrigin::BesideFile:
        return "beside-file";
    case CardOrigin::GivenByUser:
        return "given-by-user";
    case CardOrigin::Assumed:
        break;
    }
    return "assumed";
}

// "off" and "auto" stay words: null would hide which of them it was.
struct ParameterJson {
    const ParameterSpec& spec;

    Json operator()(std::monostate) const { return spec.unsetWord; }
    Json operator()(double value) const { return number(value); }
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
            {{"index", part.index}, {"name", className(part.index, card)}, {"weight", number(part.weight)}});
    return {{"index", target.classes.front().index}, {"name", targetName(target, card)}, {"classes", classes}};
}

// The parts of the state that only some methods have.
void addScores(Json& record, const RecordSubject& subject) {
    const std::optional<Completeness>& completeness = subject.state.completeness;
    record["score_input"] = completeness ? number(completeness->scoreInput) : number(subject.scoreInput);
    if (!completeness) {
        for (const char* key :
             {"score_baseline", "score_limit", "sum", "gap", "gap_relative", "exact_by_construction", "map_error"})
            record[key] = nullptr;
        return;
    }
    record["score_baseline"] = number(completeness->scoreStart);
    record["score_limit"] = number(completeness->scoreLimit);
    record["sum"] = number(completeness->sum);
    record["gap"] = number(completeness->gap());
    record["gap_relative"] = number(completeness->relativeGap());
    record["exact_by_construction"] = completeness->exactByConstruction;
    record["map_error"] = number(completeness->mapError);
}

void addEvidence(Json& record, const MethodState& state) {
    record["evidence"] = !state.noEvidence.has_value();
    record["no_evidence"] = state.noEvidence ? Json{{"reason", name(state.noEvidence->reason)},
                                                    {"words", wordsOf(*state.noEvidence)},
                                                    {"magnitude", number(state.noEvidence->magnitude)}}
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
    record["sigma_max"] = scales ? number(first->farEnd()) : Json(nullptr);
    record["schedule"] = scheduleJson(state.parameters);
    record["start_nodes"] = Integration::startNodes;
    record["round_size"] = Integration::roundSize;
    record["position"] = first ? Json(positionNameOf(first->description().kind)) : Json(nullptr);
    Json nodes = Json::array();
    for (std::size_t path = 0; path < state.paths.size(); ++path)
        for (const auto& node : state.paths[path]->nodes)
            nodes.push_back({{"path", path},
                             {"position", number(node->position)},
                             {"value", number(node->value)},
                             {"kind", node->gradient.empty() ? "forward" : "gradient"}});
    record["nodes"] = nodes;
}

Json modelJson(const Model& model) {
    Json card = Json::parse(toJson(model.card()));
    card.erase("classes"); // a thousand names; the hash stands for them
    return {{"file", model.file()},
            {"sha256", model.sha256()},
            {"name", model.card().name},
            {"card_origin", word(model.cardOrigin())},
            {"freezing", model.freezing() == Freezing::Frozen ? "frozen" : "as-filed"},
            {"execution", toText(model.execution())},
            {"examination", Json::parse(toJson(model.examination()))},
            {"device", name(model.network().device())},
            {"rows_together", model.rowsTogether()},
            {"card", card},
            {"notes", model.notes()}};
}

Json pictureJson(const Picture& picture) {
    return {{"file", picture.name()},     {"sha256", picture.sha256()},         {"width", picture.width()},
            {"height", picture.height()}, {"colours", name(picture.colours())}, {"notes", picture.notes()}};
}

Json cropJson(const std::string& rule, const InputGeometry& geometry) {
    const PixelRect& source = geometry.source;
    return {{"rule", rule},
            {"source",
             {{"x", number(source.x)},
              {"y", number(source.y)},
              {"width", number(source.width)},
              {"height", number(source.height)}}},
            {"model_width", geometry.modelWidth},
            {"model_height", geometry.modelHeight}};
}

} // namespace

std::string attributionRecord(const RecordSubject& subject) {
    const MethodState& state = subject.state;
    const Versions used = versions();
    Json record;
    record["format_version"] = formatVersion;
    record["program_version"] = used.blurig;
    record["method"] = state.method;
    record["parameters"] = parametersJson(state.parameters);
    record["target"] = targetJson(subject.item.target, subject.model.card());
    record["target_index"] = subject.item.target.classes.front().index;
    record["target_name"] = className(subject.item.target.classes.front().index, subject.model.card());
    record["score"] = scoreName(subject.item.score, subject.model.card().output);
    addScores(record, subject);
    addEvidence(record, state);
    record["ending"] = name(state.ending);
    record["repeatable"] = state.repeatable;
    record["gradients"] = state.cost.gradients;
    record["forwards"] = state.cost.forwards;
    record["seconds"] = number(state.cost.seconds);
    addPaths(record, state);
    record["model"] = modelJson(subject.model);
    record["picture"] = pictureJson(subject.picture);
    record["crop"] = cropJson(subject.cropRule, subject.prepared.geometry);
    record["versions"] = {{"blurig", used.blurig}, {"libtorch", used.libtorch}, {"opencv", used.opencv}};
    record["notes"] = state.notes;
    // Names come from strangers' files and may not be UTF-8; JSON must be.
    return record.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace blurig
