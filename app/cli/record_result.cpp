// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/record_result.h"

#include <fmt/format.h>

namespace blurig {

void printResult(Console& console, const OutputFolder& out, const std::string& record, std::string_view headline) {
    if (console.isJson()) {
        auto document = nlohmann::ordered_json::parse(record);
        document["files"] = out.filesJson();
        console.resultJson(document);
        return;
    }
    console.result(fmt::format("{}\n{}", headline, out.filesText()));
}

} // namespace blurig
