// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"
#include "app/cli/explanation.h"
#include "app/cli/output_folder.h"

#include <string>
#include <vector>

namespace blurig {

class OptionList;

// `scales FOLDER`: every picture of a folder, or of two that are compared. Each photo's numbers are kept in the output
// folder, so that a run that was cut short goes on where it was.
class ScaleFolder {
public:
    void declare(OptionList& options);

    // Blur IG with the options that were given, IG and gradient x input with their defaults. A picture that cannot be
    // used is told and left out: AlreadyReported at the end. Throws Error, or Cancelled.
    void run(Console& console, OutputFolder& out, const ExplanationOptions& explanation, const Method& method) const;

private:
    std::string m_against;
    std::vector<std::string> m_between;
};

} // namespace blurig
