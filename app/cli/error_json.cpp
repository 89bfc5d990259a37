// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/error_json.h"

#include <nlohmann/json.hpp>

namespace blurig {

Json errorJson(const Error& error) {
    return {
        {"code", name(error.code())}, {"where", error.where()}, {"what", error.happened()}, {"remedy", error.remedy()}};
}

} // namespace blurig
