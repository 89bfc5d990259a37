// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/seed_method.h"

#include "core/error.h"
#include "core/trimmed.h"

#include <fmt/format.h>

#include <ranges>

namespace blurig {

namespace {

constexpr const char* key = "seed_parameters";
} // namespace

std::vector<std::string> methodIdsExcept(std::string_view id) {
    std::vector<std::string> ids;
    for (const Method* method : methods())
        if (method->id() != id)
            ids.push_back(method->id());
    return ids;
}

ParameterSpec seedParametersSpec() {
    return {.key = key,
            .label = "Seed parameters",
            .help =
                "Parameters of the seed method, as KEY=VALUE separated by semicolons (steps=100; baseline=black,white)",
            .type = ParameterSpec::Type::Text,
            .defaultValue = std::monostate(),
            .unsetWord = "default",
            .role = ParameterRole::SeedParameters};
}

std::map<std::string, std::string> seedTexts(std::string_view text) {
    std::map<std::string, std::string> texts;
    for (const auto part : std::views::split(text, ';')) {
        const std::string setting = trimmed({part.begin(), part.end()});
        const std::size_t middle = setting.find('=');
        if (setting.empty())
            continue;
        if (middle == std::string::npos)
            throw Error(ErrorCode::Argument, key, fmt::format("\"{}\" has no value", setting),
                        "Give KEY=VALUE; separate several by semicolons");
        texts.insert_or_assign(trimmed(std::string_view(setting).substr(0, middle)),
                               trimmed(std::string_view(setting).substr(middle + 1)));
    }
    return texts;
}

std::string seedText(const std::map<std::string, std::string>& texts) {
    std::string text;
    for (const auto& [name, value] : texts)
        text += fmt::format("{}{}={}", text.empty() ? "" : "; ", name, value);
    return text;
}

Parameters seedDefaults(std::string_view method, const Method& seed) {
    Parameters parameters = defaultParameters(seed);
    if (method == "xrai" && seed.id() == "ig")
        parameters.set("baseline", "black+white");
    return parameters;
}

Parameters seedParameters(std::string_view method, const Parameters& parameters) {
    Parameters seed = seedDefaults(method, methodById(parameters.text("seed_method")));
    if (!parameters.isSet(key))
        return seed;
    for (const auto& [name, text] : seedTexts(parameters.text(key))) {
        try {
            seed.set(name, std::string_view(text));
        } catch (const Error& error) {
            throw Error(error.code(), fmt::format("{}: {}", key, error.where()), error.happened(), error.remedy());
        }
    }
    return seed;
}

} // namespace blurig
