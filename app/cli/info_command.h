// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/command.h"
#include "app/cli/model_options.h"

namespace blurig {

class InfoCommand final : public Command {
public:
    std::string name() const override { return "info"; }
    std::string summary() const override {
        return "Show the card, the classes and the size of a model, or what a sound file holds";
    }
    void declare(OptionList& options) override;
    void run(Console& console) override;

private:
    ModelChoice m_model;
    bool m_showLayers = false;
};

} // namespace blurig
