// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/axioms_command.h"

#include "app/cli/console.h"
#include "app/cli/option_list.h"
#include "app/cli/run_progress.h"
#include "core/model/score_name.h"
#include "core/scales/axioms.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace blurig {

namespace {

std::string gapWords(const Axioms::Completeness& known) {
    return known.relative ? fmt::format("gap {:.2g} % of the change", 100 * *known.relative)
                          : fmt::format("gap {:.2g}", known.gap);
}

std::string percent(double share) {
    return share >= 1 ? fmt::format("{:.0f} %", 100 * share) : fmt::format("{:.2g} %", 100 * share);
}

std::string figures(const Axioms& axioms) {
    std::string text;
    const auto line = [&text](std::string_view axiom, const std::string& words) {
        text += fmt::format("{:<26} {}\n", axiom, words);
    };
    line("completeness", fmt::format("Blur IG: {}; IG from black: {}", gapWords(axioms.blurIg), gapWords(axioms.ig)));
    if (axioms.linearityBlurIg)
        line("linearity", fmt::format("2 F1 - F2 at shared nodes: Blur IG within {}, IG within {}",
                                      percent(*axioms.linearityBlurIg), percent(*axioms.linearityIg)));
    else
        line("linearity", "the model has one class");
    if (axioms.ignored.empty())
        line("dummy",
             fmt::format("the model reads all {} channels and regions that were replaced by noise", axioms.partsTried));
    for (const IgnoredPart& part : axioms.ignored)
        line("dummy", fmt::format("the model ignores {}: Blur IG gives it {} of the map, IG {}", part.name,
                                  percent(part.blurIg), percent(part.ig)));
    line("affine scale invariance",
         fmt::format("IG, each value rescaled alone: within {}; Blur IG, a channel rescaled as a whole: within {}",
                     percent(axioms.scaleIgPerFeature), percent(axioms.scaleBlurIgPerChannel)));
    line("", fmt::format("Blur IG, each value rescaled alone: {} off, because blur mixes the pixels of a channel",
                         percent(axioms.scaleBlurIgPerFeature)));
    if (axioms.causalityBlur)
        line("causality",
             fmt::format("local extrema that grow on the way: to blur {} of {}, straight to black {}, to "
                         "noise {}",
                         axioms.causalityBlur->enhanced, axioms.causalityBlur->extrema,
                         percent(axioms.causalityBlack->share()), percent(axioms.causalityRandom->share())));
    text.pop_back();
    return text;
}

} // namespace

void AxiomsCommand::declare(OptionList& options) {
    m_explanation.declare(options, {}, ModelChoice::FileAs::Argument);
    options.add({.name = "--steps", .help = "Nodes of the maps that are compared", .value = "N"}, m_steps);
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
                                       .steps = static_cast<int>(m_steps)},
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
