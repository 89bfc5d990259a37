// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/request.h"

#include <functional>
#include <stop_token>

namespace blurig {

// Internal to the room. Reads, transforms and scores what the request does not know already; `progress` hears the share
// that is done. Throws what these throw, and Cancelled.
ScoredSound scoreSound(const ScoreSound& request, const std::shared_ptr<const Model>& model,
                       const std::stop_token& stop, const std::function<void(double)>& progress);

} // namespace blurig
