// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/raster.h"

#include <span>
#include <string_view>

namespace blurig {

// A picture of known scale, to learn how the panes are read: gratings, blobs, edges, text.
struct TestPattern {
    const char* id;    // "grating-8": in the name of its file, too
    const char* label; // "Grating, period 8 px"
    Raster (*make)();
};

inline constexpr int patternSide = 448; // px; periods and sizes are in pixels of the pattern

std::span<const TestPattern> testPatterns();
const TestPattern* findTestPattern(std::string_view id); // null when there is none

} // namespace blurig
