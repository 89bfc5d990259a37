// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model_card.h"
#include "core/model/output_rows.h"

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

namespace blurig {

// Internal to the room: the tensors that a network returned, and their names where it says them.
struct Outputs {
    const std::vector<at::Tensor>& tensors;
    const std::vector<std::string>& names;
};

// The tensor of the output that the card names; throws Error (ModelOutput) where there is none of scores.
const at::Tensor& chosenOutput(const Outputs& outputs, const ModelCard& card, const std::string& where);

// Class scores of `batch` pictures: N x K in float64 on the CPU, differentiable. Throws Error: ModelOutput, and
// OutputMeaning where only the user can say what the numbers are: one number a picture that is called a logit of
// several classes, a map of scores without a place.
at::Tensor classOutput(const Outputs& outputs, std::int64_t batch, OutputRows rows, const ModelCard& card,
                       const std::string& where);

} // namespace blurig
