// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"

#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace blurig {

// A command whose options have their values.
struct ParsedCommand {
    Command* command = nullptr;
    bool progress = false; // --progress
};

using ParsedLine = std::variant<ParsedCommand, std::string>; // or the text of --help or --version

// `arguments`: those of main(). Throws Error (Argument).
ParsedLine parseCommandLine(std::span<char*> arguments, const std::vector<std::unique_ptr<Command>>& commands,
                            const std::string& version);

bool wantsJson(std::span<char*> arguments); // --json, whatever is wrong with the others

} // namespace blurig
