// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/record_result.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace blurig {

void printResult(Console& console, const OutputFolder& out, const Json& record, std::string_view headline) {
    if (console.isJson()) {
        Json document = record;
        document["files"] = out.filesJson();
        console.resultJson(document);
        return;
    }
    console.result(fmt::format("{}\n{}", headline, out.filesText()));
}

} // namespace blurig
