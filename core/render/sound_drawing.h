// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/render/raster.h"

namespace blurig {

// A sound as a picture: of a spectrogram one pixel a band and frame, low frequencies at the bottom; of a waveform its
// line over time. Of several channels the first.
Raster soundDrawing(const Array& sound);

} // namespace blurig
