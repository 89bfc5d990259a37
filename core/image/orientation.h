// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/pixels.h"

namespace blurig {

// Turns and mirrors the pixels so that a picture stored in this EXIF orientation (1 to 8) stands upright.
void makeUpright(Picture::Pixels& pixels, int orientation);

} // namespace blurig
