// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/judge_command.h"

#include "app/cli/console.h"
#include "app/cli/error_place.h"
#include "app/cli/option_list.h"
#include "app/cli/run_progress.h"
#include "core/evaluate/map_judgement.h"
#include "core/model/score_name.h"
#include "core/record/array_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace blurig {

void JudgeCommand::declare(OptionList& options) {
    options.add({.name = "MAP",
                 .help = "The map: NPY or float TIFF, channels x height x width or height x width, model pixels",
                 .required = true},
                m_map);
    m_explanation.declare(options, {});
    options.add({.name = "--claims",
                 .help = "What the map claims to be: the integral of Blur IG by the discrete Gaussian or by a sampled "
                         "kernel, or of IG from a baseline",
                 .value = "blur-ig|blur-ig:sampled|ig:black|..."},
                m_claim);
    options.add({.name = "--to-sigma", .help = "Blur IG: where the path begins", .value = "X px"}, m_sigmaMax);
}

void JudgeCommand::run(Console& console) {
    const MapClaim claim = asOption("--claims", [this] { return parseClaim(m_claim); });
    if (!(m_sigmaMax >= 1 && m_sigmaMax <= 10000))
        throw Error(ErrorCode::Argument, "--to-sigma", fmt::format("a path cannot begin at {} px", m_sigmaMax),
                    "Give a sigma from 1 to 10000");
    const Array map = readMap(m_map);
    const ExplanationRequest request = m_explanation.prepare(console, methodById("blur-ig"), {});
    RunProgress progress(console);
    const MapJudgement judgement = asOptions(std::array{"map"}, [&] {
        return judgeMap(map,
                        {.subject = request.opened.subject,
                         .model = *request.opened.model,
                         .target = request.run.target,
                         .score = request.run.score,
                         .claim = claim,
                         .sigmaMax = m_sigmaMax},
                        progress, progress.stopToken());
    });
    console.endProgress();
    if (console.isJson()) {
        console.resultJson(judgementJson(judgement));
        return;
    }
    std::string text =
        fmt::format("{}: {}\nsum {:.4f}, F(x) - F(x') {:.4f}",
                    explainedName(request.run.target, request.run.score, request.opened.subject.model->card),
                    judgement.verdict(), judgement.sum, judgement.difference);
    for (const MapFit& fit : judgement.fits)
        text += fmt::format("\n{:<20} relative L2 {:>7.1f} %, rank correlation {}", fit.id, 100 * fit.distance,
                            fit.rankCorrelation ? fmt::format("{:.3f}", *fit.rankCorrelation) : "-");
    console.result(text);
}

} // namespace blurig
