// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <algorithm>
#include <stop_token>

namespace blurig {

// How a computation talks to whoever started it. Called on the computing thread only.
class Sink {
public:
    virtual ~Sink() = default;

    // Between two batches: the place where more urgent work may run. Never changes a result.
    virtual void betweenBatches() {}
    // How many inputs a batch may hold. A constant of the computation: rounding may depend on it (Model::rowsTogether).
    virtual int batchSize() { return 4; }
};

// Before each batch: lets more urgent work run. Throws Cancelled once the stop token is set.
inline void beginBatch(Sink& sink, const std::stop_token& stop) {
    if (stop.stop_requested())
        throw Cancelled();
    sink.betweenBatches();
    if (stop.stop_requested())
        throw Cancelled();
}

// Of `left` > 0 inputs those of the next batch, such that all that follow are about as large: a last one of a single
// input takes as long as two.
inline int nextBatch(Sink& sink, int left) {
    const int most = std::max(1, sink.batchSize());
    const int batches = (left + most - 1) / most;
    return (left + batches - 1) / batches;
}

} // namespace blurig
