// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"
#include "app/cli/explanation.h"
#include "app/cli/output_folder.h"

namespace blurig {

class OptionList;

// --octaves, --remove, --shapley and --evolution of the command `scales`: what they measure, as JSON with a chart.
class ScaleAnalyses {
public:
    void declare(OptionList& options);

    // Throws Error (Argument) where the method has nothing of the kind; before anything is computed.
    void requireFor(const Method& method) const;
    // Also the density over sigma, where the run has one. Throws Error, or Cancelled after an interrupt.
    void write(Console& console, OutputFolder& out, const Explanation& explanation, std::size_t topClasses) const;

private:
    bool m_octaves = false;
    bool m_remove = false;
    bool m_shapley = false;
    bool m_evolution = false;
};

} // namespace blurig
