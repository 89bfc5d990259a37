// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/examination.h"
#include "core/words.h"

#include <nlohmann/json.hpp>

namespace blurig {
namespace {

constexpr int examinationVersion = 3; // grows when the examination finds more, or otherwise
constexpr Words<GradientState, 4> gradientWords{{{GradientState::Exists, "exists"},
                                                 {GradientState::None, "none"},
                                                 {GradientState::Zero, "zero"},
                                                 {GradientState::NotFinite, "not-finite"}}};
constexpr Words<OutputRows, 2> rowWords{
    {{OutputRows::Pictures, "pictures"}, {OutputRows::ClassesOfFirst, "classes-of-first"}}};

} // namespace

Json examinationJson(const Examination& examination) {
    return {{"version", examinationVersion},
            {"execution", toText(examination.execution)},
            {"output_rows", wordOf(rowWords, examination.outputRows)},
            {"repeatable", examination.repeatable},
            {"sums_to_one", examination.sumsToOne},
            {"gradient", wordOf(gradientWords, examination.gradient)},
            {"gradient_stop", examination.gradientStop.words},
            {"gradient_remedy", examination.gradientStop.remedy},
            {"score_deviation", examination.scoreDeviation},
            {"gradient_deviation", examination.gradientDeviation},
            {"findings", examination.findings}};
}

std::string toJson(const Examination& examination) {
    return textOf(examinationJson(examination));
}

std::optional<Examination> parseExamination(std::string_view text) {
    try {
        const Json document = Json::parse(text);
        if (document.at("version") != examinationVersion)
            return std::nullopt;
        Examination found;
        found.execution = parseExecution(document.at("execution").get<std::string>(), "examination");
        found.outputRows = valueOf(rowWords, document.at("output_rows").get<std::string>()).value();
        found.repeatable = document.at("repeatable");
        found.sumsToOne = document.at("sums_to_one");
        found.gradient = valueOf(gradientWords, document.at("gradient").get<std::string>()).value();
        found.gradientStop = {document.at("gradient_stop"), document.at("gradient_remedy")};
        found.scoreDeviation = document.at("score_deviation");
        found.gradientDeviation = document.at("gradient_deviation");
        found.findings = document.at("findings").get<std::vector<std::string>>();
        return found;
    } catch (const std::exception&) { // not JSON, a key missing, of another type or word: written by something else
        return std::nullopt;
    }
}

} // namespace blurig
