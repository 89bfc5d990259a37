// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace blurig {

// monostate: "off" or "automatic", as the specification words it.
using ParameterValue = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

// What a parameter is for, where more than its method has to know.
enum class ParameterRole {
    None,
    Budget,       // most gradients of an adaptive run
    Steps,        // gradients of a run that does not adapt
    GapTolerance, // completeness gap at which a run may stop; 0: never
    MapTolerance, // the same of the map's estimated error
    Start,        // what the path begins at: baselines
    StartCount,   // how many random baselines
    PathEnd,      // greatest sigma
    Seed,         // of random numbers
    SeedMethod,   // the method that this one builds on
    SeedParameters,
    InnerLayer,    // name of a layer of the model
    LayerAxes,     // how that layer's sizes are read
    ReferenceMode, // as the Python package `saliency` computes
};

// Declares a parameter once; forms, command line options and JSON come from it. The default's alternative is the type
// (with unsetWord, the type of `minimum`/`choices` decides: double when minimum is set, text otherwise).
struct ParameterSpec {
    enum class Type { Flag, Integer, Real, Choice, Text };

    std::string key; // snake_case; the option is the same with '-'
    std::string label;
    std::string help;
    std::string unit = {};
    Type type = Type::Real;
    ParameterValue defaultValue;
    std::optional<double> minimum = {};
    std::optional<double> maximum = {};
    std::vector<std::string> choices = {};
    bool several = false;       // Choice: one or more of them, no one twice, separated by commas
    std::string unsetWord = {}; // "off", "auto": the word for monostate; empty: must have a value
    ParameterRole role = ParameterRole::None;
};

std::vector<std::string> listedWords(std::string_view text); // "black, white": "black" and "white"

// Values by key. A key that was not set has its specification's default.
class Parameters {
public:
    Parameters() = default;
    explicit Parameters(std::vector<ParameterSpec> specs);

    // From text (command line, form) or value. Throws Error (Argument): unknown key, wrong type, outside the limits.
    void set(std::string_view key, std::string_view text);
    void set(std::string_view key, ParameterValue value);
    void set(std::string_view key, const std::string& text) { set(key, std::string_view(text)); }
    template <std::size_t N> void set(std::string_view key, const char (&text)[N]) { // a literal is text, too
        set(key, std::string_view(text));
    }

    bool has(std::string_view key) const;   // the method declares it
    bool isSet(std::string_view key) const; // false when off or automatic
    bool flag(std::string_view key) const;
    std::int64_t integer(std::string_view key) const;
    std::optional<double> real(std::string_view key) const; // none when off or automatic
    std::string text(std::string_view key) const;
    const ParameterValue& value(std::string_view key) const;
    std::string asText(std::string_view key) const; // reads back by set()

    const ParameterSpec* find(ParameterRole role) const; // null where the method has none of it

    const std::vector<ParameterSpec>& specs() const { return m_specs; }
    bool operator==(const Parameters& other) const { return m_values == other.m_values; }

private:
    const ParameterSpec& spec(std::string_view key) const;

    std::vector<ParameterSpec> m_specs;
    std::map<std::string, ParameterValue, std::less<>> m_values; // one for each specification
};

} // namespace blurig
