// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/input_options.h"
#include "app/cli/model_options.h"

namespace blurig {

class ClassifyCommand final : public Command {
public:
    std::string name() const override { return "classify"; }
    std::string summary() const override {
        return "Show the classes with the greatest scores for each picture or sound";
    }
    void declare(OptionList& options) override;
    void run(Console& console) override;

private:
    std::shared_ptr<const Model> load(Console& console) const;

    std::vector<std::string> m_files;
    std::size_t m_top = 5;
    CropOption m_crop;
    ColoursOption m_colours;
    ModelChoice m_model;
};

} // namespace blurig
