// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace blurig {

// Without white space of ASCII at both ends.
inline std::string trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t\n\v\f\r";
    text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
    return std::string(text.substr(0, text.find_last_not_of(spaces) + 1));
}

} // namespace blurig
