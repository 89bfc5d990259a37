// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/json/json.h"

#include <string_view>

namespace blurig {

enum class OutputFormat { Words, Values };
enum class ProgressOutput { WhenTerminal, Always };

// Where the program's words go. Results are the only thing on standard output: the console keeps it for itself and
// sends whatever else writes there (a model that prints, a library) to standard error.
class Console {
public:
    Console();
    ~Console();
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    void setFormat(OutputFormat format) { m_format = format; }
    void setProgress(ProgressOutput progress) { m_progress = progress; }
    bool isJson() const { return m_format == OutputFormat::Values; }

    void result(std::string_view text); // ends with a new line
    void resultJson(const Json& json);
    void note(std::string_view text);     // "blurig: TEXT" on standard error
    void error(const Error& error);       // in both forms
    void progress(std::string_view text); // replaces the last one on a terminal
    void endProgress();                   // before other words on a terminal

private:
    int m_output; // standard output as it was given to the program
    OutputFormat m_format = OutputFormat::Words;
    ProgressOutput m_progress = ProgressOutput::WhenTerminal;
    bool m_lineOpen = false;
};

} // namespace blurig
