// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The only file that includes CLI11, which takes seconds to compile.

#include "app/cli/command_parser.h"

#include "app/cli/option_list.h"
#include "core/error.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace blurig {

namespace {

void describe(CLI::Option& option, const OptionWords& words) {
    if (!words.value.empty())
        option.type_name(words.value);
    if (!words.group.empty())
        option.group(words.group);
    option.required(words.required);
}

template <typename Value> void addWithDefault(CLI::App& app, const OptionWords& words, Value& value) {
    describe(*app.add_option(words.name, value, words.help)->capture_default_str(), words);
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

std::string helpText(const CLI::App& app, const CLI::ParseError& end) {
    std::ostringstream help;
    app.exit(end, help, help);
    std::string text = help.str();
    text.erase(text.find_last_not_of('\n') + 1);
    return text;
}

Error mistake(const CLI::App& app, const CLI::ParseError& end) {
    const auto chosen = app.get_subcommands();
    const std::string command = chosen.empty() ? "" : " " + chosen.front()->get_name();
    std::string what = end.what();
    std::ranges::replace(what, '\n', ' ');
    return {ErrorCode::Argument, "command line", what, fmt::format("Try blurig{} --help", command)};
}

} // namespace

void OptionList::add(const OptionWords& words, std::string& value) {
    addWithDefault(m_app, words, value);
}

void OptionList::add(const OptionWords& words, double& value) {
    addWithDefault(m_app, words, value);
}

void OptionList::add(const OptionWords& words, std::size_t& value) {
    addWithDefault(m_app, words, value);
}

void OptionList::add(const OptionWords& words, std::vector<std::string>& values) {
    describe(*m_app.add_option(words.name, values, words.help), words);
}

void OptionList::add(const OptionWords& words, std::optional<std::string>& value) {
    describe(*m_app.add_option_function<std::string>(
                 words.name, [&value](const std::string& given) { value = given; }, words.help),
             words);
}

void OptionList::add(const OptionWords& words, std::optional<double>& value) {
    describe(*m_app.add_option_function<double>(
                 words.name, [&value](const double& given) { value = given; }, words.help),
             words);
}

void OptionList::addFlag(const OptionWords& words, bool& value) {
    describe(*m_app.add_flag(words.name, value, words.help), words);
}

void OptionList::addFlag(const OptionWords& words, std::optional<std::string>& value) {
    describe(*m_app.add_flag_callback(
                 words.name, [&value] { value = "true"; }, words.help),
             words);
}

bool wantsJson(std::span<char*> arguments) {
    return std::ranges::any_of(arguments, [](std::string_view argument) { return argument == "--json"; });
}

ParsedLine parseCommandLine(std::span<char*> arguments, const std::vector<std::unique_ptr<Command>>& commands,
                            const std::string& version) {
    requireKnownCommand(arguments, commands);
    CLI::App app("Explain image classifiers by Blur Integrated Gradients.", "blurig");
    app.set_version_flag("--version", version);
    app.require_subcommand(1);
    app.footer("Exit status: 0 success, 2 a mistake in the request, 130 interrupted, 1 an error of the program.\nThe "
               "manual page blurig(1) describes all options.");
    bool json = false;
    bool progress = false;
    for (const auto& command : commands) {
        OptionList options(*app.add_subcommand(command->name(), command->summary()));
        command->declare(options);
        options.addFlag({.name = "--json", .help = "Write results and errors to standard output as JSON"}, json);
        options.addFlag({.name = "--progress", .help = "Write progress to standard error even if that is no terminal"},
                        progress);
    }
    try {
        app.parse(static_cast<int>(arguments.size()), arguments.data());
    } catch (const CLI::CallForVersion&) {
        return version;
    } catch (const CLI::ParseError& end) { // help arrives here as well, as CLI11 has it
        if (end.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
            return helpText(app, end);
        throw mistake(app, end);
    }
    const std::string chosen = app.get_subcommands().front()->get_name();
    const auto command = std::ranges::find_if(commands, [&](const auto& one) { return one->name() == chosen; });
    return ParsedCommand{.command = command->get(), .progress = progress};
}

} // namespace blurig
