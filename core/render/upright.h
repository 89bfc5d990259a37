// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

namespace blurig {

bool isSpectrogram(const ArrayLayout& layout); // frequency x time
bool isSignal(const ArrayLayout& layout);      // one row over time

// An array as it is drawn: of a spectrogram, low frequencies are at the bottom; a signal (C x 1 x T) is a strip, of
// which each column has the value of largest magnitude of its part. A picture is as it is.
Array upright(const Array& array);

} // namespace blurig
