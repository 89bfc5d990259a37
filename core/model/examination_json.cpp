// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/model/examination.h"

#include <nlohmann/json.hpp>

#include <array>

namespace blurig {
namespace {

constexpr int examinationVersion = 3; // grows when the examination finds more, or otherwise
constexpr std::array<const char*, 4> gradientWords{"exists", "none", "zero", "not-finite"};
constexpr std::array<const char*, 2> rowWords{"pictures", "classes-of-first"};

template <typename Value, std::size_t N>
Value valueOf(const std::array<const char*, N>& words, const std::string& word) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end())
        throw Error(ErrorCode::Argument, "examination", "holds an unknown word", "");
    return static_cast<Value>(found - words.begin());
}

} // namespace

Json examinationJson(const Examination& examination) {
    return {{"version", examinationVersion},
                        {"execution", toText(examination.execution)},
                        {"output_rows", rowWords[static_cast<std::size_t>(examination.outputRows)]},
                        {"repeatable", examination.repeatable},
                        {"sums_to_one", examination.sumsToOne},
                        {"gradient", gradientWords[static_cast<std::size_t>(examination.gradient)]},
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
        found.outputRows = valueOf<OutputRows>(rowWords, document.at("output_rows"));
        found.repeatable = document.at("repeatable");
        found.sumsToOne = document.at("sums_to_one");
        found.gradient = valueOf<GradientState>(gradientWords, document.at("gradient"));
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
