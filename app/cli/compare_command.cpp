// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/compare_command.h"

#include "app/cli/compare_sheet.h"
#include "app/cli/error_place.h"
#include "app/cli/interrupt.h"
#include "app/examination_folder.h"
#include "core/engine/own_baseline.h"
#include "core/record/png_file.h"
#include "core/record/session_file.h"
#include "core/record/write_file.h"

#include <CLI/App.hpp>
#include <fmt/format.h>

#include <map>

namespace blurig {

void CompareCommand::declare(CLI::App& app) {
    app.add_option("SESSION", m_session, "The session file (.blurig)")->required();
    app.add_option("--device", m_device, "Device of the model; auto is the CPU")
        ->type_name("auto|cpu|cuda")
        ->capture_default_str();
    m_out.declare(app);
    m_arrays.declare(app);
}

std::shared_ptr<const Model> CompareCommand::load(const std::string& file, ModelOptions options) const {
    options.memory = usersExaminations();
    options.device = asOption("--device", [this] { return parseDevice(m_device); });
    return loadModel(file, options);
}

// Picture, model and input, which the panes share.
Explanation CompareCommand::open(const Choice& session, Console& console) const {
    Explanation shared;
    shared.picture = readPicture(session.picture, {.colours = parseColours(session.colours, m_session)});
    shared.tellPictureNotes(console);
    ModelOptions recorded{.freezing = session.unfrozen ? Freezing::AsFiled : Freezing::Frozen};
    if (!session.execution.empty())
        recorded.execution = parseExecution(session.execution, m_session);
    shared.model = load(session.model, recorded);
    checkSession(session, m_session, shared.picture.sha256(), shared.model->sha256());
    throwIfInterrupted();
    sayNotes(*shared.model, console);
    if (shared.model->cardOrigin() == CardOrigin::Assumed)
        console.note(fmt::format("{} has no model card: a default card is assumed", session.model));
    const CropChoice& crop = session.crop;
    shared.crop = parseCrop(
        crop.rule == "rectangle" ? fmt::format("{},{},{},{}", crop.x, crop.y, crop.width, crop.height) : crop.rule);
    shared.prepared = prepareInput(shared.picture, shared.model->card().input, shared.crop);
    shared.item.input = shared.prepared.z;
    shared.item.score = parseScore(session.score);
    return shared;
}

// The same picture by a model that panes name beside the session's.
Explanation CompareCommand::openPane(const Choice& session, const PaneChoice& pane, const Explanation& shared,
                                     Console& console) const {
    Explanation own = shared;
    if (pane.model != session.model) {
        own.model = load(pane.model, {});
        sayNotes(*own.model, console);
        requireKnownCard(*own.model);
        own.prepared = prepareInput(own.picture, own.model->card().input, own.crop);
        own.item.input = own.prepared.z;
    }
    throwIfInterrupted();
    return own;
}

void CompareCommand::run(Console& console) {
    const Choice session = readSession(m_session);
    if (session.compare.panes.empty())
        throw Error(ErrorCode::Argument, m_session, "has no panes to compare",
                    "Save it in the window with panes on the Compare page");
    m_arrays.requireKnown();
    const Explanation shared = open(session, console);
    m_out.requireWritable();

    struct Subject {
        explicit Subject(Explanation of)
            : explanation(std::move(of))
            , batch(asBatch(explanation.prepared.z))
            , scores(explanation.model->classScores(batch).front()) {}

        Explanation explanation;
        Array batch;
        Array scores; // of all classes
    };
    std::map<std::string, Subject> subjects; // by model file
    subjects.emplace("", shared);
    std::vector<ComparedPane> panes;
    auto records = nlohmann::ordered_json::array();
    for (const PaneChoice& choice : session.compare.panes) {
        const Method& method = methodById(choice.method);
        if (!subjects.contains(choice.model))
            subjects.emplace(choice.model, openPane(session, choice, shared, console));
        const Subject& subject = subjects.at(choice.model);
        Explanation one = subject.explanation;
        checkPaneModel(choice, m_session, one.model->sha256());
        one.item.target = parseTarget(choice.target.empty() ? session.target : choice.target, one.model->card(),
                                      one.model->classCount(), subject.scores.host());
        if (!choice.baselinePicture.empty())
            one.item.ownBaseline =
                readOwnBaseline(choice.baselinePicture, one.model->card().input, one.picture.colours());
        one.scoreInput = one.model->evaluateForward(subject.batch, one.item.target, one.item.score).values.front();
        one.run(method, parametersOf(method, choice.parameters), console);

        if (panes.empty())
            m_arrays.write(m_out, "input", shared.prepared.z);
        const std::string base = fmt::format("{}-{}", panes.size() + 1, choice.method);
        if (!choice.model.empty())
            m_arrays.write(m_out, base + "_input", one.prepared.z);
        m_arrays.write(m_out, base, one.state->attribution);
        const std::string record = one.record();
        writeFile(m_out.file(base + ".json"), record + "\n");
        records.push_back(nlohmann::ordered_json::parse(record));
        if (!console.isJson())
            console.result(
                fmt::format("{}. {} of {}: {}", panes.size() + 1, method.label(), one.targetText(), one.headline()));
        panes.push_back({choice, std::move(one)});
    }
    writePng(m_out.file("compare.png"), compareSheet(session, panes), {{Choice::pngKeyword, toJson(session)}});
    if (console.isJson())
        console.resultJson({{"panes", records}, {"files", m_out.filesJson()}});
    else
        console.result(m_out.filesText());
}

} // namespace blurig
