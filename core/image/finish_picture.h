// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/pixels.h"
#include "core/image/raw_picture.h"

#include <memory>

namespace blurig {

// RGB or RGBA: composites alpha on white, turns upright and says so in raw.notes. Takes the samples out of `raw`.
std::shared_ptr<const Picture::Pixels> finishPicture(RawPicture& raw);

} // namespace blurig
