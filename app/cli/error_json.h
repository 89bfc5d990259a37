// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <nlohmann/json.hpp>

namespace blurig {

inline nlohmann::ordered_json errorJson(const Error& error) {
    return {
        {"code", name(error.code())}, {"where", error.where()}, {"what", error.happened()}, {"remedy", error.remedy()}};
}

} // namespace blurig
