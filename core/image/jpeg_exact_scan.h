// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/raw_picture.h"

#include <cstddef>

namespace blurig {

// Whether the one scan of a sequential JPEG, whose data begin at `start`, is what its decoded coefficients give when
// they are coded again with the file's own tables. Bytes that follow such a scan are no part of it; after a corrupt
// one, whose data end early for the decoder, the last byte's padding is wrong in three of four cases.
bool isExactScan(const PictureSource& source, std::size_t start);

} // namespace blurig
