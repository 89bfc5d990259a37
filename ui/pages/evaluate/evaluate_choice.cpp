// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/evaluate_choice.h"

#include "core/error.h"
#include "core/record/choice_parts.h"

#include <array>
#include <cmath>

namespace blurig::ui {

namespace {

using Text = TextKey<EvaluateChoice>;
constexpr std::array texts{Text{"folder", &EvaluateChoice::folder}, Text{"annotations", &EvaluateChoice::annotations},
                           Text{"methods", &EvaluateChoice::methods}, Text{"metrics", &EvaluateChoice::metrics},
                           Text{"out", &EvaluateChoice::out}};

} // namespace

EvaluateChoice evaluateChoiceOf(const Choice& choice) {
    EvaluateChoice known;
    const PagePart& part = partOf(choice, evaluatePageId);
    readTexts(part, texts, known);
    if (const auto most = valueAt<double>(part, "most"); most && *most >= 0 && *most <= 1e7)
        known.most = static_cast<int>(std::lround(*most));
    return known;
}

void setEvaluateChoice(Choice& choice, const EvaluateChoice& part) {
    PagePart keys = textsOf(part, texts);
    if (part.most != EvaluateChoice().most)
        keys["most"] = static_cast<double>(part.most);
    setPart(choice, evaluatePageId, std::move(keys));
}

StudyRequest studyRequest(const EvaluateChoice& part) {
    if (part.folder.empty())
        throw Error(ErrorCode::Argument, "photos", "no folder is chosen", "Choose the folder of the photos");
    if (part.out.empty())
        throw Error(ErrorCode::Argument, "results", "no folder is chosen", "Choose a folder for the results");
    StudyRequest request{.data = {.folder = part.folder, .annotations = part.annotations},
                         .methods = parseMethods(part.methods),
                         .most = static_cast<std::size_t>(part.most),
                         .out = part.out};
    if (part.metrics.empty())
        throw Error(ErrorCode::Argument, "judges", "none is ticked", "Tick at least one");
    takeMetrics(request, part.metrics);
    return request;
}

} // namespace blurig::ui
