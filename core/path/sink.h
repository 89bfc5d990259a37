// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <stop_token>

namespace blurig {

// How a computation talks to whoever started it. Called on the computing thread only.
class Sink {
public:
    virtual ~Sink() = default;

    // Between two batches: the place where more urgent work may run. Never changes a result.
    virtual void betweenBatches() {}
};

// Before each batch: lets more urgent work run. Throws Cancelled once the stop token is set.
inline void beginBatch(Sink& sink, const std::stop_token& stop) {
    if (stop.stop_requested())
        throw Cancelled();
    sink.betweenBatches();
    if (stop.stop_requested())
        throw Cancelled();
}

} // namespace blurig
