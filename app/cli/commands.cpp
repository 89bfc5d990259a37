// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/attribute_command.h"
#include "app/cli/axioms_command.h"
#include "app/cli/classify_command.h"
#include "app/cli/compare_command.h"
#include "app/cli/evaluate_command.h"
#include "app/cli/info_command.h"
#include "app/cli/judge_command.h"
#include "app/cli/scales_command.h"

namespace blurig {

std::vector<std::unique_ptr<Command>> makeCommands() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<InfoCommand>());
    commands.push_back(std::make_unique<ClassifyCommand>());
    commands.push_back(std::make_unique<AttributeCommand>());
    commands.push_back(std::make_unique<ScalesCommand>());
    commands.push_back(std::make_unique<CompareCommand>());
    commands.push_back(std::make_unique<AxiomsCommand>());
    commands.push_back(std::make_unique<EvaluateCommand>());
    commands.push_back(std::make_unique<JudgeCommand>());
    return commands;
}

} // namespace blurig
