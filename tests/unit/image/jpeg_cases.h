// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "encoders.h"

#include <string>
#include <vector>

namespace blurig::test {

struct JpegCase {
    std::string title;
    Bytes bytes;
    std::string note; // a part of the only note; empty: none
    Bytes whole;      // the file without its oddity, whose pixels it has
};

// JPEGs as cameras, scanners and phones write them, odd outside of their picture data.
std::vector<JpegCase> oddJpegs();

// JPEGs whose picture data are damaged: never opened.
std::vector<JpegCase> corruptJpegs();

} // namespace blurig::test
