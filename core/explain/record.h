// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/subject.h"
#include "core/json/json.h"
#include "core/methods/method.h"

#include <optional>

namespace blurig {

// The record of one attribution (record.json): target, scores, sum, gap, cost, nodes, parameters, hashes, versions.
// snake_case keys; gap_relative and map_error are fractions, null where they do not exist. `scoreInput`: F(z), for a
// method whose state does not know it.
Json attributionRecord(const Subject& subject, const MethodState& state, std::optional<double> scoreInput = {});

} // namespace blurig
