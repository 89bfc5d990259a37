// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"
#include "app/cli/output_folder.h"
#include "core/json/json.h"

#include <string>
#include <string_view>

namespace blurig {

// The last words of a command that computed a map: the record with the files it wrote, or `headline` and their list.
void printResult(Console& console, const OutputFolder& out, const Json& record, std::string_view headline);

} // namespace blurig
