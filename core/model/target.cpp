// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/target.h"

#include "core/error.h"
#include "core/model/edit_distance.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace blurig {
namespace {

constexpr std::size_t suggestionCount = 4;

std::string trimmed(std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())))
        text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
        text.remove_suffix(1);
    return std::string(text);
}

std::string folded(std::string_view text) {
    std::string lower = trimmed(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return c < 128 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c); });
    return lower;
}

std::vector<std::string> splitAtCommas(std::string_view text) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t comma = std::min(text.find(',', begin), text.size());
        parts.push_back(trimmed(text.substr(begin, comma - begin)));
        begin = comma + 1;
    }
    return parts;
}

std::string describe(ClassIndex index, const ModelCard& card) {
    return std::to_string(index) + " (" + className(index, card) + ")";
}

[[noreturn]] void failUnknown(const std::string& name, const ModelCard& card) {
    if (card.classNames.empty())
        throw Error(ErrorCode::Target, "",
                    "the target \"" + name + "\" is not a class index, and the model has no names",
                    "Give an index, or labels for the model");
    const std::string wanted = folded(name);
    std::vector<std::pair<std::size_t, ClassIndex>> near;
    for (std::size_t i = 0; i < card.classNames.size(); ++i) {
        std::size_t best = std::string::npos;
        for (const std::string& synonym : splitAtCommas(card.classNames[i])) {
            const std::string candidate = folded(synonym);
            const bool part = candidate.find(wanted) != std::string::npos;
            best = std::min(best, part ? std::size_t{0} : editDistance(wanted, candidate));
        }
        near.emplace_back(best, static_cast<ClassIndex>(i));
    }
    const std::size_t count = std::min(suggestionCount, near.size());
    std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(count), near.end());
    std::string suggestions;
    for (std::size_t i = 0; i < count; ++i)
        suggestions += (i == 0 ? "" : ", ") + describe(near[i].second, card);
    throw Error(ErrorCode::Target, "", "no class is called \"" + name + "\"", "Near names: " + suggestions);
}

// All classes that the text names; empty when none.
std::vector<ClassIndex> matches(const std::string& text, const ModelCard& card) {
    const std::string wanted = folded(text);
    std::vector<ClassIndex> whole;
    std::vector<ClassIndex> bySynonym;
    for (std::size_t i = 0; i < card.classNames.size(); ++i) {
        const auto index = static_cast<ClassIndex>(i);
        if (folded(card.classNames[i]) == wanted) {
            whole.push_back(index);
            continue;
        }
        const std::vector<std::string> synonyms = splitAtCommas(card.classNames[i]);
        if (std::any_of(synonyms.begin(), synonyms.end(), [&](const std::string& s) { return folded(s) == wanted; }))
            bySynonym.push_back(index);
    }
    for (std::size_t i = 0; i < card.wordNetIds.size(); ++i) {
        if (card.wordNetIds[i] == wanted)
            return {static_cast<ClassIndex>(i)};
    }
    // "crane" is two whole names; "tabby" is whole for none and a synonym of one.
    whole.insert(whole.end(), bySynonym.begin(), bySynonym.end());
    return whole;
}

ClassIndex oneClass(const std::string& text, const ModelCard& card, ClassIndex classCount) {
    ClassIndex index = 0;
    const char* end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, index);
    if (failure == std::errc() && stop == end) {
        if (index < 0 || index >= classCount)
            throw Error(ErrorCode::Target, "", "class " + text + " does not exist",
                        "The model has the classes 0 to " + std::to_string(classCount - 1));
        return index;
    }
    const std::vector<ClassIndex> found = matches(text, card);
    if (found.empty())
        failUnknown(text, card);
    if (found.size() > 1) {
        std::string all;
        for (const ClassIndex candidate : found)
            all += (all.empty() ? "" : ", ") + describe(candidate, card);
        throw Error(ErrorCode::Target, "", "\"" + text + "\" names " + std::to_string(found.size()) + " classes",
                    "Give an index: " + all);
    }
    return found.front();
}

void add(Target& target, ClassIndex index, double weight, const ModelCard& card) {
    for (const WeightedClass& known : target.classes) {
        if (known.index == index)
            throw Error(ErrorCode::Target, "", "class " + describe(index, card) + " is named twice",
                        "Name each class once");
    }
    target.classes.push_back({index, weight});
}

} // namespace

std::string_view name(Score score) {
    switch (score) {
    case Score::ClassScore:
        return "softmax";
    case Score::Logit:
        return "logit";
    case Score::LogProbability:
        return "log-prob";
    }
    return "";
}

Score parseScore(std::string_view text) {
    for (const Score score : {Score::ClassScore, Score::Logit, Score::LogProbability}) {
        if (text == name(score))
            return score;
    }
    throw Error(ErrorCode::Argument, "", "the score \"" + std::string(text) + "\" is not known",
                "Choose softmax, logit or log-prob");
}

Target parseTarget(std::string_view text, const ModelCard& card, ClassIndex classCount,
                   std::span<const float> classScores) {
    const std::string whole = trimmed(text);
    Target target;
    if (whole.empty())
        throw Error(ErrorCode::Target, "", "no target was given", "Give top, an index, a WordNet id or a name");
    if (whole == "top") {
        if (classScores.empty())
            throw Error(ErrorCode::Target, "", "\"top\" needs a picture to be classified first",
                        "Give a class instead");
        const auto best = std::max_element(classScores.begin(), classScores.end());
        target.classes.push_back({best - classScores.begin(), 1.0});
        return target;
    }
    // A name may hold commas itself ("tabby, tabby cat"): take the longest run of parts that names something.
    const std::vector<std::string> parts = splitAtCommas(whole);
    for (std::size_t begin = 0; begin < parts.size();) {
        std::size_t length = 1;
        double weight = 1.0;
        std::string first = parts[begin];
        if (first.size() > 1 && first.front() == '-') {
            weight = -1.0;
            first = trimmed(std::string_view(first).substr(1));
        }
        std::string candidate = first;
        std::string chosen = first;
        for (std::size_t end = begin + 1; end < parts.size(); ++end) {
            candidate += ", " + parts[end];
            if (!matches(candidate, card).empty()) {
                chosen = candidate;
                length = end - begin + 1;
            }
        }
        add(target, oneClass(chosen, card, classCount), weight, card);
        begin += length;
    }
    return target;
}

std::string className(ClassIndex index, const ModelCard& card) {
    if (index >= 0 && index < static_cast<ClassIndex>(card.classNames.size()))
        return card.classNames[static_cast<std::size_t>(index)];
    return "class " + std::to_string(index);
}

std::string targetName(const Target& target, const ModelCard& card) {
    std::string text;
    for (const WeightedClass& weighted : target.classes) {
        const std::string first = splitAtCommas(className(weighted.index, card)).front();
        const std::string sign = weighted.weight < 0 ? (text.empty() ? "-" : " - ") : (text.empty() ? "" : " + ");
        text += sign + first;
    }
    return text;
}

} // namespace blurig
