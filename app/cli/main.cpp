// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command_parser.h"
#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "core/explain/versions.h"
#include "core/model/compute_scope.h"
#include "core/scale/self_check.h"

#include <fmt/format.h>

#include <span>

namespace blurig {

namespace {

constexpr int success = 0;
constexpr int internalError = 1;
constexpr int usersMistake = 2;
constexpr int interruptedBySignal = 130; // 128 + SIGINT, as shells have it

std::string versionText() {
    const Versions used = versions();
    return fmt::format("blurig {} (LibTorch {}, OpenCV {})", used.blurig, used.libtorch, used.opencv);
}

int runCommand(Command& command, Console& console) {
    try {
        const ComputeScope scope;
        if (const std::string fault = faultOfArithmetic(); !fault.empty()) {
            console.note(fault);
            return internalError;
        }
        command.run(console);
        return success;
    } catch (const AlreadyReported&) {
        return usersMistake;
    } catch (const Cancelled&) {
        console.note("interrupted");
        return interruptedBySignal;
    }
}

int run(std::span<char*> arguments, Console& console) {
    // A mistake on the command line must be told in the form that the rest of it asks for.
    if (wantsJson(arguments))
        console.setFormat(OutputFormat::Values);
    try {
        const std::vector<std::unique_ptr<Command>> commands = makeCommands();
        const ParsedLine line = parseCommandLine(arguments, commands, versionText());
        if (const auto* text = std::get_if<std::string>(&line)) {
            console.result(*text);
            return success;
        }
        const auto& parsed = std::get<ParsedCommand>(line);
        if (parsed.progress)
            console.setProgress(ProgressOutput::Always);
        return runCommand(*parsed.command, console);
    } catch (const Error& error) {
        console.error(error);
        return usersMistake;
    }
}

} // namespace

} // namespace blurig

int main(int argc, char** argv) {
    blurig::catchInterrupts();
    blurig::Console console;
    try {
        return blurig::run(std::span(argv, static_cast<std::size_t>(argc)), console);
    } catch (const std::exception& error) {
        console.note(fmt::format("internal error: {}", error.what()));
        return blurig::internalError;
    }
}
