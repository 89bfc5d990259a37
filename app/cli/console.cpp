// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/console.h"

#include "app/cli/error_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace blurig {

namespace {

void writeAll(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = write(descriptor, text.data(), text.size());
        if (written < 0 && errno != EINTR)
            throw Error(ErrorCode::UnwritableFile, "standard output", "cannot be written", "Check where it leads");
        text.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
}

// Control characters in a stranger's class names must not steer the terminal.
std::string printable(std::string_view text) {
    std::string result;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < 0x20 && character != '\n' && character != '\t')
            result += ' ';
        else if (byte != 0x7f)
            result += character;
    }
    return result;
}

} // namespace

Console::Console()
    : m_output(dup(STDOUT_FILENO)) {
    dup2(STDERR_FILENO, STDOUT_FILENO);
}

Console::~Console() {
    endProgress();
    close(m_output);
}

void Console::result(std::string_view text) {
    endProgress();
    writeAll(m_output, printable(text) + '\n');
}

void Console::resultJson(const Json& json) {
    result(textOf(json));
}

void Console::note(std::string_view text) {
    endProgress();
    fmt::print(stderr, "blurig: {}\n", printable(text));
}

void Console::error(const Error& error) {
    if (isJson())
        resultJson({{"error", errorJson(error)}});
    note(error.what());
}

void Console::progress(std::string_view text) {
    const bool terminal = isatty(STDERR_FILENO) == 1;
    if (!terminal && m_progress == ProgressOutput::WhenTerminal)
        return;
    if (terminal)
        fmt::print(stderr, "\r\033[K{}", text);
    else
        fmt::print(stderr, "{}\n", text);
    m_lineOpen = terminal;
}

void Console::endProgress() {
    if (m_lineOpen)
        fmt::print(stderr, "\n");
    m_lineOpen = false;
}

} // namespace blurig
