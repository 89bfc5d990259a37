// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <ATen/core/Tensor.h>

namespace blurig {

// Internal to the room: two fixed inputs of waves and grain within the value range, pictures as a rule, 2 x C x axes
// in float32. The same on every machine.
at::Tensor examinationPictures(const ArrayLayout& input);

} // namespace blurig
