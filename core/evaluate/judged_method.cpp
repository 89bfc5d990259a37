// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/judged_method.h"

#include "core/error.h"
#include "core/methods/method.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace blurig {

namespace {

constexpr std::string_view stemWord = "{stem}";

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts(1);
    for (const char letter : text)
        if (letter == at)
            parts.emplace_back();
        else
            parts.back() += letter;
    return parts;
}

bool isNumber(const std::string& text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && value > 0;
}

// A word without "=": the baselines of a method that has some, or the seed of one that builds on another.
void takeVariant(PaneChoice& pane, const Method& method, const std::string& word) {
    const std::string start = keyOf(method, ParameterRole::Start);
    const std::string seed = keyOf(method, ParameterRole::SeedMethod);
    if (!start.empty()) {
        const std::size_t dash = word.rfind('-');
        const std::string count = keyOf(method, ParameterRole::StartCount);
        if (dash != std::string::npos && isNumber(word.substr(dash + 1)) && !count.empty()) {
            pane.parameters[start] = word.substr(0, dash);
            pane.parameters[count] = word.substr(dash + 1);
        } else {
            pane.parameters[start] = word;
        }
    } else if (!seed.empty()) {
        pane.parameters[seed] = word;
    } else {
        throw Error(ErrorCode::Argument, "methods",
                    fmt::format("the method {} has no variant \"{}\"", method.id(), word),
                    "Write parameters as name=value");
    }
}

} // namespace

JudgedMethod parseMethod(std::string_view text) {
    const std::vector<std::string> parts = split(text, ':');
    const Method& method = methodById(parts.front());
    JudgedMethod judged{.id = std::string(text), .pane = {.method = method.id()}};
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::size_t equals = parts[i].find('=');
        if (equals == std::string::npos) {
            takeVariant(judged.pane, method, parts[i]);
            continue;
        }
        std::string key = parts[i].substr(0, equals);
        std::ranges::replace(key, '-', '_');
        judged.pane.parameters[key] = parts[i].substr(equals + 1);
    }
    parametersOf(method, judged.pane.parameters); // throws where one makes no sense
    judged.label = parts.size() == 1 ? method.shortLabel()
                                     : fmt::format("{} ({})", method.shortLabel(), text.substr(parts[0].size() + 1));
    return judged;
}

std::vector<JudgedMethod> parseMethods(std::string_view text) {
    std::vector<JudgedMethod> methods;
    for (const std::string& word : split(text, ',')) {
        if (std::ranges::find(methods, word, &JudgedMethod::id) != methods.end())
            throw Error(ErrorCode::Argument, "methods", fmt::format("\"{}\" is named twice", word), "Name each once");
        methods.push_back(parseMethod(word));
    }
    return methods;
}

JudgedMethod mapsFromElsewhere(std::string_view text) {
    const std::size_t equals = text.find('=');
    const std::string pattern(equals == std::string_view::npos ? text : text.substr(equals + 1));
    if (pattern.find(stemWord) == std::string::npos)
        throw Error(ErrorCode::Argument, "maps", fmt::format("\"{}\" names no photo", pattern),
                    "Write {stem} where the photo's name without its ending belongs, as in theirs/{stem}.npy");
    const std::string name = equals == std::string_view::npos
                                 ? fmt::format("maps in {}", std::filesystem::path(pattern).parent_path().string())
                                 : std::string(text.substr(0, equals));
    return {.id = "maps:" + name, .label = name, .maps = pattern};
}

std::filesystem::path mapFileOf(const JudgedMethod& method, const std::filesystem::path& photo) {
    std::string file = method.maps;
    for (std::size_t at = file.find(stemWord); at != std::string::npos; at = file.find(stemWord, at))
        file.replace(at, stemWord.size(), photo.stem().string());
    return file;
}

} // namespace blurig
