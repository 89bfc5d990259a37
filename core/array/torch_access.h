// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <ATen/core/Tensor.h>

namespace blurig {

// Internal to core: the tensor of an Array, shared and not to be written to. Undefined for an empty Array.
at::Tensor tensorOf(const Array& array);

// Takes the tensor as it is; its sizes must be those of the layout, and nobody may write to it afterwards.
Array arrayOf(at::Tensor tensor, ArrayLayout layout);

} // namespace blurig
