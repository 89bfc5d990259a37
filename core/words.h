// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace blurig {

// The words of an enumeration, as options and files have them: constexpr Words<Rule, 2> ruleWords{{{Rule::Left,
// "left"}, {Rule::Equal, "equal"}}}; each value once, in the order in which they are listed.
template <typename Value, std::size_t count> using Words = std::array<std::pair<Value, std::string_view>, count>;

template <typename Value, std::size_t count>
constexpr std::string_view wordOf(const Words<Value, count>& words, Value value) {
    for (const auto& [candidate, word] : words)
        if (candidate == value)
            return word;
    return {};
}

template <typename Value, std::size_t count>
constexpr std::optional<Value> valueOf(const Words<Value, count>& words, std::string_view text) {
    for (const auto& [value, word] : words)
        if (word == text)
            return value;
    return std::nullopt;
}

// "left, midpoint or equal", for a remedy.
template <typename Value, std::size_t count> std::string listOf(const Words<Value, count>& words) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i)
        list.append(i == 0 ? "" : i + 1 == count ? " or " : ", ").append(words[i].second);
    return list;
}

} // namespace blurig
