// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"

#include <string>

namespace blurig {

// The command that computes a pane of a choice anew: `blurig attribute ...` for a POSIX shell, with all that decides
// the map and how it is drawn; its files go to the folder `out`. A choice without a picture or a model leaves them out.
std::string commandLine(const Choice& choice, const PaneChoice& pane, const std::string& out);

std::string shellQuoted(const std::string& word); // as it is where no shell would change it

} // namespace blurig
