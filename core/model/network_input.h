// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model_card.h"
#include "core/network/execution.h"

#include <ATen/core/Tensor.h>

namespace blurig {

// Internal to the room. z (N x C x axes, pixel space) to what the network takes: channel order, normalisation, axis
// order, and the memory layout of the execution. Differentiable.
at::Tensor networkInput(const at::Tensor& z, const ModelCard& card, MemoryLayout layout);

} // namespace blurig
