// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/input_spec.h"

#include <ATen/core/Tensor.h>

namespace blurig {

// Internal to the room: two fixed pictures of waves and grain within the value range, 2 x C x H x W in float32. The
// same on every machine.
at::Tensor examinationPictures(const InputSpec& input);

} // namespace blurig
