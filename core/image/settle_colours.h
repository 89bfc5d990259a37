// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/colour_conversion.h"
#include "core/image/raw_picture.h"

namespace blurig {

// Makes RGB of inks, converts what `raw` states to sRGB if that is wanted, and says in raw.notes what was done or left
// and how much it matters: the mean difference over pixels and channels as they are shown, in [0,1].
void settleColours(RawPicture& raw, ColourConversion conversion);

} // namespace blurig
