// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/explanation.h"

#include "app/cli/error_place.h"
#include "app/cli/interrupt.h"
#include "app/cli/opened_clip.h"
#include "app/cli/option_list.h"
#include "app/cli/run_progress.h"
#include "app/default_files.h"
#include "core/explain/crop_words.h"
#include "core/explain/explanation_text.h"
#include "core/explain/placement.h"
#include "core/explain/recorded.h"
#include "core/explain/sound_choice.h"
#include "core/methods/integration_parameters.h"
#include "core/record/choice_parts.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>

namespace blurig {

void ExplanationOptions::declare(OptionList& options, std::span<const Method* const> methods,
                                 ModelChoice::FileAs modelAs) {
    if (modelAs == ModelChoice::FileAs::Argument)
        m_model.declare(options, modelAs);
    options.add({.name = "IMAGE", .help = "The picture, or the sound of a model of sounds", .required = true},
                m_picture);
    options.add(
        {.name = "--target",
         .help = "What is explained: top, or classes by index, WordNet id or name, or any:NOUN for all classes under a "
                 "noun, separated by commas; a '-' before a class subtracts it; index:N and name:NAME say how a number "
                 "is read",
         .value = "TARGET"},
        m_target);
    options.add(
        {.name = "--score",
         .help =
             "Score of the target that is explained: the class score (softmax for logits, sigmoid for a multi-label "
             "model, a probability as given; softmax is another name for class-score), logit or log-prob",
         .value = "class-score|logit|log-prob"},
        m_score);
    m_patch.declare(options);
    m_crop.declare(options);
    m_colours.declare(options);
    if (modelAs == ModelChoice::FileAs::Option)
        m_model.declare(options, modelAs);
    m_parameters.declare(options, methods);
}

void ExplanationOptions::declareOwnBaseline(OptionList& options) {
    options.add(
        {.name = "--baseline-image", .help = "The picture of --baseline own", .value = "FILE", .group = "Method"},
        m_baselinePicture);
}

Choice ExplanationOptions::choice(const Method& method, const DisplayChoice& display) const {
    PaneChoice pane{.method = method.id(),
                    .parameters = m_parameters.given(),
                    .baselinePicture = m_baselinePicture,
                    .display = display};
    if (!m_baselinePicture.empty()) {
        const auto kind = pane.parameters.find("baseline");
        if (kind == pane.parameters.end() || !needsOwnImage(kind->second))
            throw Error(ErrorCode::Argument, "--baseline-image", "is used only with --baseline own",
                        "Add --baseline own");
    }
    Choice choice;
    choice.picture = m_picture;
    choice.colours = m_colours.text();
    choice.target = m_target;
    choice.score = name(asOption("--score", [this] { return parseScore(m_score); }));
    choice.crop = choiceOf(asOption("--crop", [this] { return parseCrop(m_crop.text()); }));
    choice.panes = {std::move(pane)};
    m_model.write(choice);
    return choice;
}

std::shared_ptr<const Model> ExplanationOptions::load(Console& console, const Method& method) const {
    return load(console, method, choice(method, {}));
}

std::shared_ptr<const Model> ExplanationOptions::load(Console& console, const Method& method,
                                                      const Choice& choice) const {
    // Reference mode would open the model a second time.
    const bool asFiled = isReferenceMode(m_parameters.parametersOf(method));
    return m_model.load(console, choice, asFiled ? Freezing::AsFiled : Freezing::Frozen);
}

// Reads the picture first: what is wrong with it is said before the model opens.
ExplanationRequest ExplanationOptions::prepare(Console& console, const Method& method,
                                               const DisplayChoice& display) const {
    m_parameters.parametersOf(method); // throws before anything is read
    Choice wanted = choice(method, display);
    if (meansSound(wanted.picture))
        return prepareSound(console, method, std::move(wanted));
    m_patch.requireNone();
    ExplanationRequest request;
    request.choice = std::move(wanted);
    const ColourConversion colours =
        asOption("--colours", [&request] { return coloursOf(request.choice, Reading::Strict); });
    Picture picture = readPicture(request.choice.picture, {.colours = colours});
    const std::shared_ptr<const Model> model = load(console, method, request.choice);
    throwIfInterrupted();
    tellPictureNotes(picture, console);
    const Crop crop = cropOf(request.choice.crop, Reading::Strict);
    request.opened = asOptions(std::array{"crop"}, [&] { return subjectOf(model, std::move(picture), crop); });
    request.run = asOptions(std::array{"target", "score"}, [&request] {
        return resolve(request.choice, request.choice.panes.front(), request.opened.subject);
    });
    return request;
}

ExplanationRequest ExplanationOptions::prepareSound(Console& console, const Method& method, Choice choice) const {
    const BlurredAxes blurred = m_patch.blurred();
    if (cropOf(choice.crop, Reading::Strict) != Crop())
        throw Error(ErrorCode::Argument, "--crop", "is used only with a picture", "Choose a part of a sound with --at");
    if (const auto file = defaultSoundModel(); file && choice.model.empty())
        choice.model = file->string();
    const std::shared_ptr<const Model> model = load(console, method, choice);
    throwIfInterrupted();
    OpenedClip heard = openClip(console, choice.picture, *model);
    const Target target = asOption("--target", [&] {
        return parseTarget(choice.target, model->card(), model->classCount(), heard.scores.clip.host());
    });
    const auto [patch, why] = m_patch.patch(*heard.clip, heard.scores, target);
    if (choice.target == "top") // of the clip; another may be it in the patch
        choice.target = indexTarget(target.classes.front().index);
    console.note(fmt::format("explains {}: {}", patchText(*heard.clip, patch), why));
    write(SoundChoice{.patch = patch, .blurred = blurred}, choice);

    ExplanationRequest request;
    request.opened =
        asOptions(std::array{"patch", "blur"}, [&] { return subjectOf(model, std::move(heard.clip), patch, blurred); });
    request.run = asOptions(std::array{"target", "score"},
                            [&] { return resolve(choice, choice.panes.front(), request.opened.subject); });
    request.choice = std::move(choice);
    return request;
}

void tellPictureNotes(const Picture& picture, Console& console) {
    for (const std::string& note : picture.notes())
        console.note(fmt::format("{}: {}", picture.name(), note));
}

Explanation explainOn(Console& console, const OpenedSubject& opened, const Run& run, ReferenceModels& references) {
    RunProgress progress(console);
    Explanation explanation = explain(opened, run, references, progress, progress.stopToken());
    console.endProgress();
    for (const std::string& note : explanation.state->notes)
        console.note(note);
    if (explanation.state->noEvidence)
        console.note(noEvidenceText(explanation));
    return explanation;
}

std::string withBulk(const std::string& result, const Explanation& explanation) {
    std::string text = result;
    if (const std::string bulk = bulkText(explanation); !bulk.empty())
        text += "\n" + bulk;
    const Subject& subject = explanation.subject;
    if (subject.clip)
        text +=
            fmt::format("\nExplained: {}; blurred: {}", patchText(*subject.clip, subject.patch), name(subject.blurred));
    return text;
}

std::string recordedChoice(const Choice& choice, const Explanation& explanation) {
    Choice known = recorded(choice, explanation.subject);
    known.panes.front() = recorded(known.panes.front(), *explanation.state);
    renameFiles(known, [](const std::string& file) { // it is opened elsewhere than where the command ran
        return std::filesystem::absolute(file).lexically_normal().string();
    });
    return toJson(placed(std::move(known)));
}

} // namespace blurig
