// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/input_options.h"
#include "app/cli/model_options.h"

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
    ModelChoice m_model;
    std::string m_picture;
    std::string m_target = "top";
    std::string m_score = "class-score";
    std::size_t m_steps = 32;
    CropOption m_crop;
    ColoursOption m_colours;
};

} // namespace blurig
