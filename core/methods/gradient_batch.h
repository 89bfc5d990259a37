// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

#include <span>

namespace blurig {

// Scores and gradients of the item's target at these inputs, run as one batch: lets others run before it, tells the
// sink and adds to the cost. Throws Error, or Cancelled once the stop token is set.
Evaluation gradientBatch(const Model& model, std::span<const Array> inputs, const Item& item, Sink& sink,
                         const std::stop_token& stop, Cost& cost);

} // namespace blurig
