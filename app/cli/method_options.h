// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

#include <map>
#include <span>
#include <string>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace blurig {

// One option for each parameter that these methods declare: --max-sigma is max_sigma.
class MethodOptions {
public:
    void declare(CLI::App& app, std::span<const Method* const> methods);
    // The method's parameters as given. Throws Error (Argument): a bad value, or an option of other methods only.
    Parameters parametersOf(const Method& method) const;
    // As text, only those that were given.
    std::map<std::string, std::string> given() const;

private:
    std::map<std::string, CLI::Option*> m_options; // by parameter key
};

std::string optionName(std::string_view key); // "max_sigma" to "--max-sigma"

} // namespace blurig
