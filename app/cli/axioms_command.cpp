// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/axioms_command.h"

#include "app/cli/console.h"
#include "app/cli/option_list.h"
#include "app/cli/run_progress.h"
#include "core/model/score_name.h"
#include "core/scales/axioms_report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace blurig {

namespace {

std::string figures(const Axioms& axioms) {
    std::string text;
    for (const AxiomLine& line : axiomLines(axioms))
        text += fmt::format("{}{:<26} {}", text.empty() ? "" : "\n", line.axiom, line.words);
    return text;
}

} // namespace

void AxiomsCommand::declare(OptionList& options) {
    m_explanation.declare(options, {}, ModelChoice::FileAs::Argument);
    options.add({.name = "--steps", .help = "Nodes of the maps that are compared", .value = "N"}, m_steps);
    options.addFlag({.name = "--randomise",
                     .help = "Compare the maps with those of the model with its weights in random order, from the last "
                             "layer on"},
                    m_randomise);
}

void AxiomsCommand::run(Console& console) {
    if (m_steps < 2 || m_steps > 1024)
        throw Error(ErrorCode::Argument, "--steps", fmt::format("a path cannot have {} nodes here", m_steps),
                    "Give a number from 2 to 1024");
    const ExplanationRequest request = m_explanation.prepare(console, methodById("blur-ig"), {});
    const Subject& subject = request.opened.subject;
    const Run& run = request.run;
    RunProgress progress(console);
    const Axioms axioms = checkAxioms({.subject = subject,
                                       .model = *request.opened.model,
                                       .target = run.target,
                                       .score = run.score,
                                       .steps = static_cast<int>(m_steps),
                                       .randomise = m_randomise},
                                      progress, progress.stopToken());
    console.endProgress();
    if (console.isJson()) {
        Json json = axiomsJson(axioms);
        json["target"] = targetName(run.target, subject.model->card);
        json["score"] = scoreName(run.score, subject.model->card.output);
        json["model_sha256"] = subject.model->sha256;
        json["picture_sha256"] = subject.picture.sha256();
        console.resultJson(json);
    } else {
        console.result(
            fmt::format("{}:\n{}", explainedName(run.target, run.score, subject.model->card), figures(axioms)));
    }
}

} // namespace blurig
