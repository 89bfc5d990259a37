// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/raw_picture.h"

#include <cstddef>
#include <optional>

namespace blurig {

// How many bytes the one scan of a sequential JPEG has, whose data begin at `start`: as many as its decoded
// coefficients give when they are coded again with the file's own tables. None where these are other bytes than the
// file's: after a corrupt scan, whose data end early for the decoder, the last byte's padding is wrong in three of four
// cases.
std::optional<std::size_t> jpegScanLength(const PictureSource& source, std::size_t start);

} // namespace blurig
