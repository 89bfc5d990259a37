// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/explanation.h"
#include "core/render/raster.h"

#include <vector>

namespace blurig {

struct ComparedPane {
    PaneChoice choice;
    Explanation explanation;
};

// The maps of a comparison in one row after the input, each with its completeness, and the key to the colours.
Raster compareSheet(const Choice& session, const std::vector<ComparedPane>& panes);

} // namespace blurig
