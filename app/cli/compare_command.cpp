// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/compare_command.h"

#include "app/cli/compare_sheet.h"
#include "app/cli/error_place.h"
#include "app/cli/interrupt.h"
#include "app/cli/option_list.h"
#include "app/examination_folder.h"
#include "core/explain/crop_words.h"
#include "core/explain/explanation_text.h"
#include "core/explain/record.h"
#include "core/explain/recorded.h"
#include "core/record/png_file.h"
#include "core/record/session_file.h"
#include "core/record/write_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>

namespace blurig {

namespace {

// Reads words of the session; an error that names one of its keys then names its file, too.
template <typename Read> decltype(auto) ofSession(const std::string& session, Read read) {
    try {
        return read();
    } catch (const Error& error) {
        throw Error(error.code(), session, fmt::format("{}: {}", error.where(), error.happened()), error.remedy());
    }
}

} // namespace

void CompareCommand::declare(OptionList& options) {
    options.add({.name = "SESSION", .help = "The session file (.blurig)", .required = true}, m_session);
    options.add({.name = "--device", .help = "Device of the model; auto is the CPU", .value = "auto|cpu|cuda"},
                m_device);
    m_out.declare(options);
    m_arrays.declare(options);
}

std::shared_ptr<const Model> CompareCommand::load(const std::string& file, ModelOptions options,
                                                  Console& console) const {
    options.memory = usersExaminations();
    options.device = asOption("--device", [this] { return parseDevice(m_device); });
    auto model = loadModel(file, options);
    throwIfInterrupted();
    sayNotes(*model, console);
    return model;
}

OpenedSubject CompareCommand::open(const Choice& session, Console& console) const {
    const auto colours = ofSession(m_session, [&session] { return coloursOf(session, Reading::Strict); });
    const auto options = ofSession(m_session, [&session] { return modelOptionsOf(session, Reading::Strict); });
    const Crop crop = ofSession(m_session, [&session] { return cropOf(session.crop, Reading::Strict); });
    Picture picture = readPicture(session.picture, {.colours = colours});
    tellPictureNotes(picture, console);
    const auto model = load(session.model, options, console);
    checkSession(session, m_session, picture.sha256(), model->sha256());
    if (model->cardOrigin() == CardOrigin::Assumed)
        console.note(fmt::format("{} has no model card: a default card is assumed", session.model));
    for (const std::string& note :
         deviations(session.computedWith, computedHere(model->info()->network.device), m_session))
        console.note(note);
    return subjectOf(model, std::move(picture), crop);
}

// The same picture by a model that a pane names beside the session's.
OpenedSubject CompareCommand::openPane(const PaneChoice& pane, const Choice& session, const OpenedSubject& shared,
                                       Console& console) const {
    if (pane.model == session.model)
        return shared;
    const auto options = ofSession(m_session, [&pane] { return modelOptionsOf(pane, Reading::Strict); });
    const auto model = load(pane.model, options, console);
    requireKnownCard(*model->info());
    return subjectOf(model, shared.subject.picture, shared.subject.crop);
}

void CompareCommand::run(Console& console) {
    const auto [session, notes] = readSession(m_session);
    for (const std::string& note : notes)
        console.note(note);
    if (session.compare.panes.empty())
        throw Error(ErrorCode::Argument, m_session, "has no panes to compare",
                    "Save it in the window with panes on the Compare page");
    m_arrays.requireKnown();
    const OpenedSubject shared = open(session, console);
    m_out.requireWritable();

    std::map<std::string, OpenedSubject> subjects{{"", shared}}; // by model file
    ReferenceModels references({.memory = usersExaminations()});
    std::vector<ComparedPane> panes;
    Json records = Json::array();
    for (const PaneChoice& choice : session.compare.panes) {
        if (!subjects.contains(choice.model))
            subjects.emplace(choice.model, openPane(choice, session, shared, console));
        const OpenedSubject& opened = subjects.at(choice.model);
        checkPaneModel(choice, m_session, opened.model->sha256());
        const Run run = ofSession(m_session, [&] { return resolve(session, choice, opened.subject); });
        Explanation one = explainOn(console, opened, run, references);

        if (panes.empty())
            m_arrays.write(m_out, "input", shared.subject.prepared.z);
        const std::string base = fmt::format("{}-{}", panes.size() + 1, choice.method);
        if (!choice.model.empty())
            m_arrays.write(m_out, base + "_input", one.subject.prepared.z);
        m_arrays.write(m_out, base, one.state->attribution);
        records.push_back(attributionRecord(one.subject, *one.state, one.scoreInput));
        writeFile(m_out.file(base + ".json"), textOf(records.back()) + "\n");
        if (!console.isJson())
            console.result(fmt::format("{}. {} of {}: {}", panes.size() + 1, one.run.method->label(), targetText(one),
                                       headline(one)));
        panes.push_back({choice, std::move(one)});
    }
    writePng(m_out.file("compare.png"), compareSheet(session, panes), {{Choice::pngKeyword, toJson(session)}});
    if (console.isJson())
        console.resultJson({{"panes", records}, {"files", m_out.filesJson()}});
    else
        console.result(m_out.filesText());
}

} // namespace blurig
