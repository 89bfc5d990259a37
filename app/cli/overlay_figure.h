// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/display_options.h"
#include "app/cli/explanation.h"

namespace blurig {

// What the model saw, the map with the key to its colours, and both as the style draws them.
Raster overlayFigure(const Explanation& explanation, const Method& method, const Display& display);

} // namespace blurig
