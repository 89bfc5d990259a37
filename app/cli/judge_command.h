// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/explanation.h"

namespace blurig {

class JudgeCommand final : public Command {
public:
    std::string name() const override { return "judge"; }
    std::string summary() const override { return "Say whether a map is the integral that it claims to be"; }
    void declare(OptionList& options) override;
    void run(Console& console) override;

private:
    std::string m_map;
    std::string m_claim = "blur-ig";
    double m_sigmaMax = 50;
    ExplanationOptions m_explanation;
};

} // namespace blurig
