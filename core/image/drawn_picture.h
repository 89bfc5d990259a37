// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/picture.h"

#include <cstdint>
#include <vector>

namespace blurig {

// A picture that no file holds: height x width x 3, drawn for what has this name and hash.
Picture drawnPicture(int width, int height, std::vector<std::uint8_t> rgb, std::string name, std::string sha256);

} // namespace blurig
