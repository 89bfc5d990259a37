// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model_card.h"
#include "core/model/target.h"

#include <ATen/core/Tensor.h>

namespace blurig {

// Internal to the room. `outputs`: N x K in float64, as the network returns them.

// N x K (K = 2 for one logit): softmax, sigmoid or the values themselves.
at::Tensor classScoresOf(const at::Tensor& outputs, OutputKind kind);
// N: F of each. Throws Error (Target) where the kind of output has no such score.
at::Tensor targetScore(const at::Tensor& outputs, const Target& target, Score score, OutputKind kind,
                       const std::string& where);

} // namespace blurig
