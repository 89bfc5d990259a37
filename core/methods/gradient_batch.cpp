// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/gradient_batch.h"

#include <chrono>

namespace blurig {

Evaluation gradientBatch(const Model& model, std::span<const Array> inputs, const Item& item, Sink& sink,
                         const std::stop_token& stop, Cost& cost) {
    beginBatch(sink, stop);
    const auto start = std::chrono::steady_clock::now();
    Evaluation evaluation = model.evaluate(stacked(inputs), item.target, item.score);
    cost.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    cost.gradients += static_cast<int>(inputs.size());
    return evaluation;
}

} // namespace blurig
