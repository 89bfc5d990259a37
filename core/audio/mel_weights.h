// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audio/front_end.h"

#include <ATen/core/Tensor.h>

namespace blurig {

// Internal to the room. Weights W of the bands: bands x (fftSize / 2 + 1), float64. Only where there are mel bands.
at::Tensor melWeights(const FrontEnd& frontEnd);

} // namespace blurig
