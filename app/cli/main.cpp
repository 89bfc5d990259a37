// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "core/explain/versions.h"
#include "core/model/compute_scope.h"
#include "core/scale/self_check.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace blurig {

namespace {

constexpr int success = 0;
constexpr int internalError = 1;
constexpr int usersMistake = 2;
constexpr int interruptedBySignal = 130; // 128 + SIGINT, as shells have it

struct CommonOptions {
    bool json = false;
    bool progress = false;

    void declare(CLI::App& app) {
        app.add_flag("--json", json, "Write results and errors to standard output as JSON");
        app.add_flag("--progress", progress, "Write progress to standard error even if that is no terminal");
    }
};

std::string versionText() {
    const Versions used = versions();
    return fmt::format("blurig {} (LibTorch {}, OpenCV {})", used.blurig, used.libtorch, used.opencv);
}

// CLI11 would only say that a command is missing.
void requireKnownCommand(std::span<char*> arguments, const std::vector<std::unique_ptr<Command>>& commands) {
    if (arguments.size() < 2 || arguments[1][0] == '-')
        return;
    std::string names;
    for (const auto& command : commands) {
        if (command->name() == arguments[1])
            return;
        names += names.empty() ? "" : ", ";
        names += command->name();
    }
    throw Error(ErrorCode::Argument, "command line", fmt::format("there is no command \"{}\"", arguments[1]),
                fmt::format("Use one of {}", names));
}

// Help and version arrive here as well, as CLI11 has it.
int parseEnd(const CLI::App& app, const CLI::ParseError& end, Console& console) {
    if (dynamic_cast<const CLI::CallForVersion*>(&end)) {
        console.result(versionText());
        return success;
    }
    if (end.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
        std::ostringstream help;
        app.exit(end, help, help);
        std::string text = help.str();
        text.erase(text.find_last_not_of('\n') + 1);
        console.result(text);
        return success;
    }
    const auto chosen = app.get_subcommands();
    const std::string command = chosen.empty() ? "" : " " + chosen.front()->get_name();
    std::string what = end.what();
    std::ranges::replace(what, '\n', ' ');
    console.error(Error(ErrorCode::Argument, "command line", what, fmt::format("Try blurig{} --help", command)));
    return usersMistake;
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
    } catch (const Error& error) {
        console.error(error);
        return usersMistake;
    } catch (const Cancelled&) {
        console.note("interrupted");
        return interruptedBySignal;
    }
}

int run(int argc, char** argv, Console& console) {
    CLI::App app("Explain image classifiers by Blur Integrated Gradients.", "blurig");
    app.set_version_flag("--version", versionText());
    app.require_subcommand(1);
    app.footer("Exit status: 0 success, 2 a mistake in the request, 130 interrupted, 1 an error of the program.\nThe "
               "manual page blurig(1) describes all options.");
    CommonOptions common;
    const std::vector<std::unique_ptr<Command>> commands = makeCommands();
    std::vector<CLI::App*> declared;
    for (const auto& command : commands) {
        CLI::App* subcommand = app.add_subcommand(command->name(), command->summary());
        command->declare(*subcommand);
        common.declare(*subcommand);
        declared.push_back(subcommand);
    }

    // A mistake on the command line must be told in the form that the rest of it asks for.
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    if (std::ranges::any_of(arguments, [](const char* argument) { return std::string_view(argument) == "--json"; }))
        console.setFormat(OutputFormat::Values);
    try {
        requireKnownCommand(arguments, commands);
        app.parse(argc, argv);
    } catch (const CLI::ParseError& end) {
        return parseEnd(app, end, console);
    } catch (const Error& error) {
        console.error(error);
        return usersMistake;
    }
    if (common.progress)
        console.setProgress(ProgressOutput::Always);
    const auto chosen = std::ranges::find_if(declared, [](const CLI::App* one) { return one->parsed(); });
    return runCommand(*commands[static_cast<std::size_t>(chosen - declared.begin())], console);
}

} // namespace

} // namespace blurig

int main(int argc, char** argv) {
    blurig::catchInterrupts();
    blurig::Console console;
    try {
        return blurig::run(argc, argv, console);
    } catch (const std::exception& error) {
        console.note(fmt::format("internal error: {}", error.what()));
        return blurig::internalError;
    }
}
