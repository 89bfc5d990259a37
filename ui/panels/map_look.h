// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/record/choice.h"
#include "core/render/color_map.h"
#include "core/render/map_render.h"

namespace blurig::ui {

// From the words of a display to what a pane paints.
const ColorMap& colorsOf(const DisplayChoice& display); // an unknown name is the default: it may be another version's
ChannelReduction reductionOf(const DisplayChoice& display);
double limitOf(const Array& map, const DisplayChoice& display); // of the colours; 1 where the map is zero everywhere

} // namespace blurig::ui
