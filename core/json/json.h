// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace blurig {

// A JSON value whose objects keep the order of their keys. Whoever makes or reads one includes <nlohmann/json.hpp>.
using Json = nlohmann::ordered_json;

// Indented by two spaces. Bytes that are not UTF-8, which names of files may hold, are replaced.
std::string textOf(const Json& json);
std::string lineOf(const Json& json); // in one line

// JSON has no NaN and no infinity: null.
Json numberJson(double value);
Json numberJson(const std::optional<double>& value);

} // namespace blurig
