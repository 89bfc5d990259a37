// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/raster.h"
#include "core/render/svg_chart.h"

namespace blurig {

// The lines of a chart as pixels, for films: with its marks, the names of its lines, and a line at the cursor's place.
// On white, opaque; spans and notes are left out.
Raster renderCurves(const LineChart& chart, double cursor, int width, int height);

Raster above(const Raster& upper, const Raster& lower); // of one width

} // namespace blurig
