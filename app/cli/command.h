// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <exception>
#include <memory>
#include <string>
#include <vector>

namespace blurig {

class Console;
class OptionList;

// Thrown by a command that went on after the user's mistakes and has told of each.
class AlreadyReported : public std::exception {
public:
    const char* what() const noexcept override { return "already reported"; }
};

// One word after `blurig`; one file and one line in makeCommands().
class Command {
public:
    virtual ~Command() = default;
    virtual std::string name() const = 0;
    virtual std::string summary() const = 0;
    virtual void declare(OptionList& options) = 0; // its options; called once, before run()
    virtual void run(Console& console) = 0;        // throws Error, or Cancelled after an interrupt
};

std::vector<std::unique_ptr<Command>> makeCommands(); // in the order of the help

} // namespace blurig
