// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

#include <map>
#include <optional>
#include <span>
#include <string>

namespace blurig {

class OptionList;

// One option for each parameter that these methods declare: --max-sigma is max_sigma.
class MethodOptions {
public:
    void declare(OptionList& options, std::span<const Method* const> methods);
    // The method's parameters as given. Throws Error (Argument): a bad value, or an option of other methods only.
    Parameters parametersOf(const Method& method) const;
    // As text, only those that were given.
    std::map<std::string, std::string> given() const;

private:
    std::map<std::string, std::optional<std::string>> m_texts; // by parameter key; empty: not given
};

std::string optionName(std::string_view key); // "max_sigma" to "--max-sigma"

} // namespace blurig
