// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/explanation.h"

namespace blurig {

class AxiomsCommand final : public Command {
public:
    std::string name() const override { return "axioms"; }
    std::string summary() const override {
        return "Check the axioms of path methods on a model and a picture, as figures";
    }
    void declare(OptionList& options) override;
    void run(Console& console) override;

private:
    ExplanationOptions m_explanation;
    std::size_t m_steps = 32;
    bool m_randomise = false;
};

} // namespace blurig
