// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/json/json.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace blurig {

std::string textOf(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string lineOf(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json numberJson(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json numberJson(const std::optional<double>& value) {
    return value ? numberJson(*value) : Json(nullptr);
}

} // namespace blurig
