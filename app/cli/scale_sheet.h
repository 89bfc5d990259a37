// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/display_options.h"
#include "app/cli/explanation.h"

namespace blurig {

// The paper's Fig 1 for this picture: blurred input, LoG, gradient and accumulated Blur IG in rows; columns from
// sigma_max to 0, evenly spaced in log(1 + sigma/0.5).
Raster scaleSheet(const Explanation& explanation, const Display& display, std::size_t columns);

} // namespace blurig
