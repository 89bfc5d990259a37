// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audio/front_end.h"

#include <ATen/core/Tensor.h>

namespace blurig {

// Internal to the room: the short-time Fourier transform.

at::Tensor windowOf(const FrontEnd& frontEnd, at::ScalarType type); // windowLength

// Samples (T) padded for the front end's centring, and to one frame at least.
at::Tensor paddedSamples(const at::Tensor& samples, const FrontEnd& frontEnd);

} // namespace blurig
