// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/target.h"

#include "core/error.h"
#include "core/model/name_search.h"
#include "core/model/superclass.h"
#include "core/trimmed.h"
#include "core/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

namespace blurig {
namespace {

constexpr std::size_t suggestionCount = 4;
constexpr std::string_view indexWord = "index:";
constexpr std::string_view nameWord = "name:";
constexpr Words<Score, 3> scoreWords{
    {{Score::ClassScore, "softmax"}, {Score::Logit, "logit"}, {Score::LogProbability, "log-prob"}}};

std::string firstName(ClassIndex index, const ModelCard& card) {
    return splitAtCommas(className(index, card)).front();
}

std::string describe(ClassIndex index, const ModelCard& card) {
    return std::to_string(index) + " (" + className(index, card) + ")";
}

[[noreturn]] void failUnknown(const std::string& name, const ModelCard& card) {
    if (card.classNames.empty())
        throw Error(ErrorCode::Target, "",
                    "the target \"" + name + "\" is not a class index, and the model has no names",
                    "Give an index, or labels for the model");
    std::vector<std::vector<std::string>> candidates;
    for (const std::string& known : card.classNames)
        candidates.push_back(splitAtCommas(known));
    std::string suggestions;
    for (const std::size_t place : nearestNames(name, candidates, suggestionCount))
        suggestions += (suggestions.empty() ? "" : ", ") + describe(static_cast<ClassIndex>(place), card);
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

bool startsWithWord(std::string_view text, std::string_view word) {
    return folded(text.substr(0, word.size())) == word;
}

// "index:" and "name:" say how the rest is read.
std::optional<std::string> after(std::string_view word, std::string_view text) {
    return startsWithWord(text, word) ? std::optional(trimmed(text.substr(word.size()))) : std::nullopt;
}

std::optional<ClassIndex> wholeNumber(const std::string& text) {
    ClassIndex number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, number);
    return failure == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

ClassIndex existing(ClassIndex index, ClassIndex classCount) {
    if (index < 0 || index >= classCount)
        throw Error(ErrorCode::Target, "", "class " + std::to_string(index) + " does not exist",
                    "The model has the classes 0 to " + std::to_string(classCount - 1));
    return index;
}

// An index as an error offers it: by the number alone, unless that is a name of another class.
std::string offered(ClassIndex index, const ModelCard& card) {
    const std::vector<ClassIndex> named = matches(std::to_string(index), card);
    const bool clear = std::ranges::all_of(named, [index](ClassIndex other) { return other == index; });
    return (clear ? "" : std::string(indexWord)) + describe(index, card);
}

ClassIndex oneOf(const std::vector<ClassIndex>& found, const std::string& name, const ModelCard& card) {
    if (found.empty())
        failUnknown(name, card);
    if (found.size() > 1) {
        std::string all;
        for (const ClassIndex candidate : found)
            all += (all.empty() ? "" : ", ") + offered(candidate, card);
        throw Error(ErrorCode::Target, "", "\"" + name + "\" names " + std::to_string(found.size()) + " classes",
                    "Give an index: " + all);
    }
    return found.front();
}

ClassIndex byName(const std::string& name, const ModelCard& card) {
    return oneOf(matches(name, card), name, card);
}

ClassIndex byIndex(const std::string& text, ClassIndex classCount) {
    const std::optional<ClassIndex> index = wholeNumber(text);
    if (!index)
        throw Error(ErrorCode::Target, "", "\"" + text + "\" is not a class index",
                    "Give a number from 0 to " + std::to_string(classCount - 1));
    return existing(*index, classCount);
}

// A number is an index or the name of a class; where both are there and differ, nobody but the user knows.
ClassIndex oneClass(const std::string& text, const ModelCard& card, ClassIndex classCount) {
    if (const auto index = after(indexWord, text))
        return byIndex(*index, classCount);
    if (const auto name = after(nameWord, text))
        return byName(*name, card);
    const std::optional<ClassIndex> number = wholeNumber(text);
    const std::vector<ClassIndex> named = matches(text, card);
    if (!number)
        return oneOf(named, text, card);
    if (named.empty())
        return existing(*number, classCount);
    const bool isIndex = *number >= 0 && *number < classCount;
    if (!isIndex || named == std::vector{*number})
        return oneOf(named, text, card);
    std::string classes;
    for (const ClassIndex candidate : named)
        classes += (classes.empty() ? "" : ", ") + describe(candidate, card);
    throw Error(ErrorCode::Target, "",
                "\"" + text + "\" is the index of class " + describe(*number, card) + " and the name of class " +
                    classes,
                "Say " + std::string(indexWord) + text + " or " + std::string(nameWord) + text);
}

bool isSomeClass(const std::string& text, const ModelCard& card, ClassIndex classCount) {
    const std::optional<ClassIndex> number = wholeNumber(text);
    return (number && *number >= 0 && *number < classCount) || !matches(text, card).empty();
}

std::string joined(std::span<const std::string> parts) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

struct SignedName {
    std::string name;
    double weight = 1.0;
};

// A '-' takes what follows away, unless a class is called so.
SignedName withoutSign(const std::string& text, const ModelCard& card, ClassIndex classCount) {
    if (text.size() < 2 || text.front() != '-')
        return {text};
    std::string rest = trimmed(std::string_view(text).substr(1));
    if (matches(text, card).empty())
        return {std::move(rest), -1.0};
    if (!isSomeClass(rest, card, classCount))
        return {text};
    throw Error(ErrorCode::Target, "", "\"" + text + "\" is the name of a class, and also subtracts another class",
                "Say " + std::string(nameWord) + text + " for the class of that name, or -" + std::string(nameWord) +
                    rest + " or -" + std::string(indexWord) + "NUMBER for the other");
}

// "tabby - tiger cat": each after its sign.
void addWords(std::string& text, double weight, const std::string& words) {
    text += (weight < 0 ? (text.empty() ? "-" : " - ") : (text.empty() ? "" : " + ")) + words;
}

// The parts of a target as they are read. What a superclass holds may be taken out again: "any dog,-beagle".
class TargetParts {
public:
    TargetParts(const ModelCard& card, ClassIndex classCount)
        : m_card(card)
        , m_classCount(classCount) {}

    void add(const std::string& name, double weight) {
        const std::optional<std::string> superclass = superclassName(name);
        if (!superclass || !matches(name, m_card).empty()) {
            const ClassIndex index = oneClass(name, m_card, m_classCount);
            addClass(index, weight, false);
            addWords(m_words, weight, firstName(index, m_card));
            return;
        }
        const Superclass found = findSuperclass(*superclass, m_card);
        for (const ClassIndex index : found.classes)
            addClass(index, weight, true);
        addWords(m_words, weight, "any " + found.name);
        m_anySuperclass = true;
    }

    Target target() && {
        if (m_target.classes.empty())
            throw Error(ErrorCode::Target, "", "the target removes all classes that it names",
                        "Name at least one more class");
        if (m_anySuperclass)
            m_target.words = m_words;
        return std::move(m_target);
    }

private:
    void addClass(ClassIndex index, double weight, bool ofSuperclass) {
        const auto known = std::ranges::find(m_target.classes, index, &WeightedClass::index);
        const bool grouped = ofSuperclass || m_ofSuperclasses.contains(index);
        if (ofSuperclass)
            m_ofSuperclasses.insert(index);
        if (known == m_target.classes.end())
            m_target.classes.push_back({index, weight});
        else if (grouped && known->weight == -weight)
            m_target.classes.erase(known);
        else
            throw Error(ErrorCode::Target, "", "class " + describe(index, m_card) + " is named twice",
                        "Name each class once");
    }

    const ModelCard& m_card;
    ClassIndex m_classCount;
    Target m_target;
    std::string m_words;
    std::set<ClassIndex> m_ofSuperclasses;
    bool m_anySuperclass = false;
};

} // namespace

std::string_view name(Score score) {
    return wordOf(scoreWords, score);
}

Score parseScore(std::string_view text) {
    if (text == "class-score")
        return Score::ClassScore;
    if (const auto score = valueOf(scoreWords, text))
        return *score;
    throw Error(ErrorCode::Argument, "", fmt::format("the score \"{}\" is not known", text),
                "Choose class-score (or softmax, another name for it), logit or log-prob");
}

Target parseTarget(std::string_view text, const ModelCard& card, ClassIndex classCount,
                   std::span<const float> classScores) {
    const std::string whole = trimmed(text);
    if (whole.empty())
        throw Error(ErrorCode::Target, "", "no target was given",
                    "Give top, an index, a WordNet id, a name or any:SUPERCLASS");
    if (whole == "top") {
        if (classScores.empty())
            throw Error(ErrorCode::Target, "", "\"top\" needs a picture to be classified first",
                        "Give a class instead");
        const auto best = std::max_element(classScores.begin(), classScores.end());
        return {.classes = {{best - classScores.begin(), 1.0}}};
    }
    TargetParts found(card, classCount);
    // A name may hold commas itself ("tabby, tabby cat"): take the longest run of parts that names something.
    const std::vector<std::string> parts = splitAtCommas(whole);
    for (std::size_t begin = 0; begin < parts.size();) {
        std::size_t length = 1;
        const SignedName first = withoutSign(parts[begin], card, classCount);
        std::string candidate = after(nameWord, first.name).value_or(first.name);
        std::string chosen = first.name;
        for (std::size_t end = begin + 1; end < parts.size(); ++end) {
            candidate += ", " + parts[end];
            if (!matches(candidate, card).empty()) {
                chosen = std::string(nameWord) + candidate;
                length = end - begin + 1;
            }
        }
        const auto run = std::span(parts).subspan(begin, length);
        if (length > 1 &&
            std::ranges::all_of(run, [](const std::string& part) { return wholeNumber(part).has_value(); }))
            throw Error(ErrorCode::Target, "",
                        "\"" + joined(run) + "\" is the name of a class and a list of class numbers",
                        "Say " + std::string(nameWord) + joined(run) + ", or " + std::string(indexWord) +
                            " before each number");
        found.add(chosen, first.weight);
        begin += length;
    }
    return std::move(found).target();
}

std::string indexTarget(ClassIndex index) {
    return std::string(indexWord) + std::to_string(index);
}

std::string className(ClassIndex index, const ModelCard& card) {
    if (index >= 0 && index < static_cast<ClassIndex>(card.classNames.size()))
        return card.classNames[static_cast<std::size_t>(index)];
    return "class " + std::to_string(index);
}

std::string shortClassName(ClassIndex index, const ModelCard& card) {
    const std::string whole = className(index, card);
    return whole.substr(0, whole.find(", "));
}

std::string targetName(const Target& target, const ModelCard& card) {
    if (!target.words.empty())
        return target.words;
    std::string text;
    for (const WeightedClass& weighted : target.classes)
        addWords(text, weighted.weight, firstName(weighted.index, card));
    return text;
}

} // namespace blurig
