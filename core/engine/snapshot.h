// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/generation.h"
#include "core/engine/request.h"
#include "core/error.h"

#include <memory>
#include <optional>

namespace blurig {

enum class Status { Waiting, Running, Done, Cancelled, Superseded, Failed };

bool ended(Status status); // Done, Cancelled, Superseded, Failed

// What is known of one request at one moment. Immutable.
struct Snapshot {
    Generation generation;
    Status status = Status::Waiting;
    Answer answer;              // grows while Running; whole when Done; what there was when Cancelled
    std::optional<Error> error; // when Failed
    double progress = 0;        // 0 to 1, an estimate
    double seconds = 0;         // since it began to run
    std::optional<double> secondsLeft;
};

using SharedSnapshot = std::shared_ptr<const Snapshot>;

} // namespace blurig
