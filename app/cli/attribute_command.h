// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/array_format.h"
#include "app/cli/command.h"
#include "app/cli/display_options.h"
#include "app/cli/explanation.h"
#include "app/cli/output_folder.h"

namespace blurig {

class AttributeCommand final : public Command {
public:
    std::string name() const override { return "attribute"; }
    std::string summary() const override {
        return "Compute the attribution of a class score to pixels: arrays, figure and record";
    }
    void declare(OptionList& options) override;
    void run(Console& console) override;

private:
    std::string m_method;
    ExplanationOptions m_explanation;
    DisplayOptions m_display;
    ArrayFormat m_arrays;
    OutputFolder m_out;
};

} // namespace blurig
