// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/display_options.h"
#include "app/cli/explanation.h"
#include "app/cli/film_option.h"
#include "app/cli/output_folder.h"
#include "app/cli/scale_analyses.h"
#include "app/cli/scale_folder.h"

namespace blurig {

class ScalesCommand final : public Command {
public:
    std::string name() const override { return "scales"; }
    std::string summary() const override {
        return "Show at which scales a model finds its evidence, in a picture or a folder of them";
    }
    void declare(OptionList& options) override;
    void run(Console& console) override;

private:
    std::string m_method;
    std::size_t m_top = 5;
    std::size_t m_columns = 8;
    ExplanationOptions m_explanation;
    ScaleAnalyses m_analyses;
    FilmOption m_film;
    ScaleFolder m_folder;
    DisplayOptions m_display;
    OutputFolder m_out;
};

} // namespace blurig
