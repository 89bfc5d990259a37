// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/subject.h"

#include <cstdint>
#include <string>

namespace blurig {

// A place of z in words: "x 12, y 40" of a picture; of a sound "1.02 kHz, 3.41 s", the middle of the band and of the
// frame, or the sample's time, counted from the clip's beginning.
std::string placeText(const Subject& subject, std::int64_t row, std::int64_t column);

} // namespace blurig
