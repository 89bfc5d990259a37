// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/record/choice.h"
#include "core/render/clip_range.h"
#include "core/render/color_map.h"
#include "core/render/sign_part.h"
#include "ui/widgets/image_pane.h"

namespace blurig::ui {

// From the words of a display to what a pane paints. An unknown word is the default: it may be another version's.
const ColorMap& colorsOf(const DisplayChoice& display); // the chosen ones where they fit the part
ChannelReduction reductionOf(const DisplayChoice& display);
SignPart partOf(const DisplayChoice& display);
LookKind lookKindOf(const DisplayChoice& display);
// For maps whose sign is theirs and no evidence (the LoG band): a region is drawn as signed values.
DisplayChoice displayOfValues(const DisplayChoice& display);

Array planeOf(const Array& map, const DisplayChoice& display);     // 1 x H x W: reduced, of the part, smoothed
ClipRange rangeOf(const Array& map, const DisplayChoice& display); // of that plane
ImagePane::MapLook lookOf(const DisplayChoice& display, const ClipRange& range);

} // namespace blurig::ui
