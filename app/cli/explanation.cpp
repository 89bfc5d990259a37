// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/explanation.h"

#include "app/cli/error_place.h"
#include "app/cli/interrupt.h"
#include "app/cli/run_progress.h"
#include "core/engine/attribution_record.h"
#include "core/engine/own_baseline.h"
#include "core/model/score_name.h"

#include <CLI/App.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace blurig {

void Explanation::tellPictureNotes(Console& console) const {
    for (const std::string& note : picture.notes())
        console.note(fmt::format("{}: {}", picture.name(), note));
}

void Explanation::run(const Method& method, const Parameters& parameters, Console& console) {
    RunProgress progress(console);
    state = method.run(*model, item, parameters, progress, progress.stopToken());
    console.endProgress();
    for (const std::string& note : state->notes)
        console.note(note);
    if (state->noEvidence)
        console.note(noEvidenceText());
}

std::string Explanation::record() const {
    return attributionRecord({.model = *model,
                              .picture = picture,
                              .prepared = prepared,
                              .item = item,
                              .state = *state,
                              .cropRule = std::string(name(crop.rule)),
                              .scoreInput = scoreInput});
}

std::string Explanation::targetText() const {
    const std::string known = targetName(item.target, model->card());
    return item.target.classes.size() == 1 ? fmt::format("{} ({})", known, item.target.classes.front().index) : known;
}

std::string Explanation::scoreText() const {
    return scoreName(item.score, model->card().output);
}

std::string Explanation::completenessText() const {
    const std::string cost = fmt::format("{} gradients, {} forwards, {:.1f} s", state->cost.gradients,
                                         state->cost.forwards, state->cost.seconds);
    if (!state->completeness)
        return fmt::format("F(input) {:.4f}, {}", scoreInput, cost);
    const Completeness& known = *state->completeness;
    std::string text = fmt::format("F(input) {:.4f}, F(baseline) {:.4f}, sum {:.4f}, gap {}", known.scoreInput,
                                   known.scoreStart, known.sum, gapText(known));
    if (known.mapError)
        text += fmt::format(", map error {:.1f} %", 100 * *known.mapError);
    return fmt::format("{}, {} ({})", text, cost,
                       !state->repeatable  ? "not repeatable: the model is random or keeps a state"
                       : state->noEvidence ? "no evidence"
                                           : name(state->ending));
}

std::string Explanation::noEvidenceText() const {
    if (!state->noEvidence)
        return {};
    const std::string text = fmt::format("no evidence to show: {}", wordsOf(*state->noEvidence));
    const std::optional<Score> other = scoreToTry(item.score, item.target, model->card().output);
    return other ? fmt::format("{}. Explain the {}: --score {}", text, scoreName(*other, model->card().output),
                               name(*other))
                 : text;
}

std::string Explanation::headline() const {
    return state->noEvidence ? noEvidenceText() : completenessText();
}

namespace {

// The reference runs models as their files have them.
Freezing freezingFor(const Parameters& parameters) {
    return parameters.has("reference_mode") && parameters.flag("reference_mode") ? Freezing::AsFiled : Freezing::Frozen;
}

} // namespace

void ExplanationOptions::declare(CLI::App& app, std::span<const Method* const> methods) {
    app.add_option("IMAGE", m_picture, "The picture")->required();
    app.add_option(
           "--target", m_target,
           "What is explained: top, or classes by index, WordNet id or name, or any:NOUN for all classes under a noun, "
           "separated by commas; a '-' before a class subtracts it; index:N and name:NAME say how a number is read")
        ->type_name("TARGET")
        ->capture_default_str();
    app.add_option(
           "--score", m_score,
           "Score of the target that is explained: the class score (softmax for logits, sigmoid for a multi-label "
           "model, a probability as given; softmax is another name for class-score), logit or log-prob")
        ->type_name("class-score|logit|log-prob")
        ->capture_default_str();
    m_crop.declare(app);
    m_colours.declare(app);
    m_model.declare(app);
    m_parameters.declare(app, methods);
}

void ExplanationOptions::declareOwnBaseline(CLI::App& app) {
    app.add_option("--baseline-image", m_baselinePicture, "The picture of --baseline own")
        ->type_name("FILE")
        ->group("Method");
}

Explanation ExplanationOptions::prepare(Console& console, const Method& method) const {
    Explanation result;
    result.crop = m_crop.crop();
    const Score score = asOption("--score", [this] { return parseScore(m_score); });
    const Parameters parameters = m_parameters.parametersOf(method);
    result.picture = readPicture(m_picture, m_colours.options());
    result.model = m_model.load(console, freezingFor(parameters));
    throwIfInterrupted();
    result.tellPictureNotes(console);

    const ModelCard& card = result.model->card();
    result.prepared = asOption("--crop", [&] { return prepareInput(result.picture, card.input, result.crop); });
    const Array batch = asBatch(result.prepared.z);
    const std::vector<Array> scores = result.model->classScores(batch);
    result.item.input = result.prepared.z;
    result.item.target = asOption(
        "--target", [&] { return parseTarget(m_target, card, result.model->classCount(), scores.front().host()); });
    result.item.score = score;
    result.item.ownBaseline = ownBaseline(result);
    result.scoreInput = result.model->evaluateForward(batch, result.item.target, score).values.front();
    return result;
}

Baseline ExplanationOptions::ownBaseline(const Explanation& explanation) const {
    if (m_baselinePicture.empty())
        return {};
    const auto given = m_parameters.given();
    const auto kind = given.find("baseline");
    if (kind == given.end() || !needsOwnImage(kind->second))
        throw Error(ErrorCode::Argument, "--baseline-image", "is used only with --baseline own", "Add --baseline own");
    return readOwnBaseline(m_baselinePicture, explanation.model->card().input, explanation.picture.colours());
}

void ExplanationOptions::run(Explanation& explanation, const Method& method, Console& console) const {
    explanation.run(method, m_parameters.parametersOf(method), console);
}

Choice ExplanationOptions::choice(const Explanation& explanation, const Method& method,
                                  const DisplayChoice& display) const {
    const PixelRect& rectangle = explanation.crop.rectangle;
    Choice result;
    // The figure is opened elsewhere than where the command ran.
    const auto absolute = [](const std::string& file) {
        return file.empty() ? file : std::filesystem::absolute(file).lexically_normal().string();
    };
    result.picture = absolute(explanation.picture.name());
    result.pictureSha256 = explanation.picture.sha256();
    result.colours = name(explanation.picture.colours());
    result.model = absolute(explanation.model->file());
    result.modelSha256 = explanation.model->sha256();
    result.unfrozen = explanation.model->asFiled();
    result.execution = toText(explanation.model->execution());
    result.target = m_target;
    result.score = name(explanation.item.score);
    result.crop = {std::string(name(explanation.crop.rule)), rectangle.x, rectangle.y, rectangle.width,
                   rectangle.height};
    result.panes = {{method.id(), m_parameters.given(), absolute(m_baselinePicture), display}};
    return result;
}

} // namespace blurig
