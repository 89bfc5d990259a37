// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/method_options.h"

#include "app/cli/error_place.h"
#include "app/cli/option_list.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace blurig {

namespace {

using Type = ParameterSpec::Type;

const ParameterSpec* find(const std::vector<ParameterSpec>& specs, std::string_view key) {
    const auto found = std::ranges::find(specs, key, &ParameterSpec::key);
    return found == specs.end() ? nullptr : &*found;
}

std::vector<std::string> idsWith(std::span<const Method* const> methods, std::string_view key) {
    std::vector<std::string> ids;
    for (const Method* method : methods)
        if (find(method->parameters(), key))
            ids.push_back(method->id());
    return ids;
}

std::string helpOf(const ParameterSpec& spec) {
    const std::string text = spec.help.empty() ? spec.label : spec.help;
    return spec.type == Type::Flag ? text : fmt::format("{} (default: {})", text, Parameters({spec}).asText(spec.key));
}

std::string typeName(const ParameterSpec& spec) {
    std::vector<std::string> words = spec.choices;
    if (spec.several)
        words.back() += "[,...]";
    if (spec.type == Type::Integer)
        words.push_back("N");
    if (spec.type == Type::Real)
        words.push_back(spec.unit.empty() ? "X" : "X " + spec.unit);
    if (spec.type == Type::Text)
        words.push_back("TEXT");
    if (!spec.unsetWord.empty())
        words.push_back(spec.unsetWord);
    return fmt::format("{}", fmt::join(words, "|"));
}

// Methods may mean different things by one key: each text is followed by the methods that it holds for.
std::string helpOf(std::string_view key, std::span<const Method* const> methods) {
    std::vector<std::pair<std::string, std::vector<std::string>>> texts;
    for (const Method* method : methods) {
        const std::vector<ParameterSpec> specs = method->parameters();
        const ParameterSpec* spec = find(specs, key);
        if (!spec)
            continue;
        const std::string text = helpOf(*spec);
        auto known = std::ranges::find(texts, text, [](const auto& entry) { return entry.first; });
        if (known == texts.end())
            known = texts.insert(known, {text, {}});
        known->second.push_back(method->id());
    }
    std::vector<std::string> parts;
    for (const auto& [text, ids] : texts)
        parts.push_back(ids.size() == methods.size() ? text : fmt::format("{} [{}]", text, fmt::join(ids, ", ")));
    return fmt::format("{}", fmt::join(parts, "; "));
}

} // namespace

std::string optionName(std::string_view key) {
    std::string name = "--" + std::string(key);
    std::ranges::replace(name, '_', '-');
    return name;
}

void MethodOptions::declare(OptionList& options, std::span<const Method* const> methods) {
    for (const Method* method : methods)
        for (const ParameterSpec& spec : method->parameters()) {
            const auto [entry, isNew] = m_texts.try_emplace(spec.key);
            if (!isNew)
                continue;
            OptionWords words{
                .name = optionName(spec.key), .help = helpOf(spec.key, methods), .value = {}, .group = "Method"};
            if (spec.type == Type::Flag) {
                options.addFlag(words, entry->second);
            } else {
                words.value = typeName(spec);
                options.add(words, entry->second);
            }
        }
}

Parameters MethodOptions::parametersOf(const Method& method) const {
    Parameters parameters = defaultParameters(method);
    for (const auto& [key, text] : given()) {
        const std::string option = optionName(key);
        if (!find(parameters.specs(), key))
            throw Error(
                ErrorCode::Argument, option, fmt::format("the method {} has no such parameter", method.id()),
                fmt::format("Leave it out, or choose --method {}", fmt::join(idsWith(blurig::methods(), key), " or ")));
        asOption(option, [&, &name = key, &value = text] { parameters.set(name, std::string_view(value)); });
    }
    return parameters;
}

std::map<std::string, std::string> MethodOptions::given() const {
    std::map<std::string, std::string> texts;
    for (const auto& [key, text] : m_texts)
        if (text)
            texts[key] = *text;
    return texts;
}

} // namespace blurig
