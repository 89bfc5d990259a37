// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/parameter.h"

#include "core/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <ranges>

namespace blurig {

namespace {

using Type = ParameterSpec::Type;

// Independent of the C locale, and the shortest text that reads back the same.
std::string numberText(double number) {
    std::array<char, 32> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

std::string joined(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, ", "));
}

std::string limits(const ParameterSpec& spec) {
    const std::string unit = spec.unit.empty() ? "" : " " + spec.unit;
    if (spec.minimum && spec.maximum)
        return " from " + numberText(*spec.minimum) + " to " + numberText(*spec.maximum) + unit;
    if (spec.minimum)
        return " of at least " + numberText(*spec.minimum) + unit;
    if (spec.maximum)
        return " of at most " + numberText(*spec.maximum) + unit;
    return "";
}

std::string wanted(const ParameterSpec& spec) {
    std::string text;
    switch (spec.type) {
    case Type::Flag:
        text = "true or false";
        break;
    case Type::Integer:
        text = "a whole number" + limits(spec);
        break;
    case Type::Real:
        text = "a number" + limits(spec);
        break;
    case Type::Choice:
        text = spec.several ? "one or more of " + joined(spec.choices) + ", separated by commas"
                            : "one of " + joined(spec.choices);
        break;
    case Type::Text:
        text = "a text";
        break;
    }
    return spec.unsetWord.empty() ? text : text + ", or " + spec.unsetWord;
}

[[noreturn]] void refuse(const ParameterSpec& spec, const std::string& what) {
    throw Error(ErrorCode::Argument, spec.key, what, "Give " + wanted(spec));
}

template <typename Number> std::optional<Number> wholeNumberText(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<bool> flagText(std::string_view text) {
    for (const std::string_view word : {"true", "on", "yes", "1"})
        if (text == word)
            return true;
    for (const std::string_view word : {"false", "off", "no", "0"})
        if (text == word)
            return false;
    return std::nullopt;
}

ParameterValue parsed(const ParameterSpec& spec, std::string_view text) {
    if (!spec.unsetWord.empty() && text == spec.unsetWord)
        return std::monostate();
    const std::string quoted = fmt::format("\"{}\"", text);
    switch (spec.type) {
    case Type::Flag:
        if (const auto flag = flagText(text))
            return *flag;
        refuse(spec, quoted + " is neither true nor false");
    case Type::Integer:
        if (const auto number = wholeNumberText<std::int64_t>(text))
            return *number;
        refuse(spec, quoted + " is not a whole number");
    case Type::Real:
        if (const auto number = wholeNumberText<double>(text))
            return *number;
        refuse(spec, quoted + " is not a number");
    case Type::Choice:
    case Type::Text:
        break;
    }
    return std::string(text);
}

void checkLimits(const ParameterSpec& spec, double number) {
    if (!std::isfinite(number))
        refuse(spec, numberText(number) + " is not a finite number");
    if (spec.minimum && number < *spec.minimum)
        refuse(spec, numberText(number) + " is too small");
    if (spec.maximum && number > *spec.maximum)
        refuse(spec, numberText(number) + " is too large");
}

std::string checkedChoice(const ParameterSpec& spec, const std::string& text) {
    const std::vector<std::string> words = spec.several ? listedWords(text) : std::vector{text};
    for (auto word = words.begin(); word != words.end(); ++word) {
        if (std::ranges::find(spec.choices, *word) == spec.choices.end())
            refuse(spec, fmt::format("\"{}\" is not known", *word));
        if (std::find(words.begin(), word, *word) != word)
            refuse(spec, fmt::format("\"{}\" is named twice", *word));
    }
    return fmt::format("{}", fmt::join(words, ","));
}

ParameterValue checked(const ParameterSpec& spec, ParameterValue value) {
    if (std::holds_alternative<std::monostate>(value)) {
        if (spec.unsetWord.empty())
            refuse(spec, "has no value");
        return value;
    }
    if (spec.type == Type::Real && std::holds_alternative<std::int64_t>(value))
        value = static_cast<double>(std::get<std::int64_t>(value));
    switch (spec.type) {
    case Type::Flag:
        if (!std::holds_alternative<bool>(value))
            refuse(spec, "is not a flag's value");
        break;
    case Type::Integer:
        if (!std::holds_alternative<std::int64_t>(value))
            refuse(spec, "is not a whole number");
        checkLimits(spec, static_cast<double>(std::get<std::int64_t>(value)));
        break;
    case Type::Real:
        if (!std::holds_alternative<double>(value))
            refuse(spec, "is not a number");
        checkLimits(spec, std::get<double>(value));
        break;
    case Type::Choice:
    case Type::Text:
        if (!std::holds_alternative<std::string>(value))
            refuse(spec, "is not a text");
        if (spec.type == Type::Choice)
            value = checkedChoice(spec, std::get<std::string>(value));
        break;
    }
    return value;
}

} // namespace

std::vector<std::string> listedWords(std::string_view text) {
    if (text.empty())
        return {""}; // one word, as "," is two
    std::vector<std::string> words;
    for (const auto part : std::views::split(text, ',')) {
        std::string_view word(part.begin(), part.end());
        word.remove_prefix(std::min(word.find_first_not_of(' '), word.size()));
        word = word.substr(0, word.find_last_not_of(' ') + 1);
        words.emplace_back(word);
    }
    return words;
}

Parameters::Parameters(std::vector<ParameterSpec> specs)
    : m_specs(std::move(specs)) {
    for (const ParameterSpec& spec : m_specs)
        m_values[spec.key] = checked(spec, spec.defaultValue);
}

void Parameters::set(std::string_view key, std::string_view text) {
    set(key, parsed(spec(key), text));
}

void Parameters::set(std::string_view key, ParameterValue value) {
    const ParameterSpec& found = spec(key);
    m_values[found.key] = checked(found, std::move(value));
}

bool Parameters::has(std::string_view key) const {
    return std::ranges::find(m_specs, key, &ParameterSpec::key) != m_specs.end();
}

const ParameterSpec* Parameters::find(ParameterRole role) const {
    const auto found = std::ranges::find(m_specs, role, &ParameterSpec::role);
    return found == m_specs.end() ? nullptr : &*found;
}

bool Parameters::isSet(std::string_view key) const {
    return !std::holds_alternative<std::monostate>(value(key));
}

bool Parameters::flag(std::string_view key) const {
    return std::get<bool>(value(key));
}

std::int64_t Parameters::integer(std::string_view key) const {
    return std::get<std::int64_t>(value(key));
}

std::optional<double> Parameters::real(std::string_view key) const {
    if (!isSet(key))
        return std::nullopt;
    return std::get<double>(value(key));
}

std::string Parameters::text(std::string_view key) const {
    return std::get<std::string>(value(key));
}

const ParameterValue& Parameters::value(std::string_view key) const {
    return m_values.at(spec(key).key);
}

std::string Parameters::asText(std::string_view key) const {
    struct Words {
        const std::string& unset;
        std::string operator()(std::monostate) const { return unset; }
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(double number) const { return numberText(number); }
        std::string operator()(const std::string& text) const { return text; }
    };
    return std::visit(Words{spec(key).unsetWord}, value(key));
}

const ParameterSpec& Parameters::spec(std::string_view key) const {
    const auto found = std::ranges::find(m_specs, key, &ParameterSpec::key);
    if (found != m_specs.end())
        return *found;
    std::vector<std::string> keys;
    for (const ParameterSpec& known : m_specs)
        keys.push_back(known.key);
    const std::string remedy = keys.empty() ? "This method has none" : "Use one of " + joined(keys);
    throw Error(ErrorCode::Argument, std::string(key), "there is no such parameter", remedy);
}

} // namespace blurig
