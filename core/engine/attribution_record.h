// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/preprocess.h"
#include "core/methods/method.h"

#include <optional>
#include <string>

namespace blurig {

struct RecordSubject {
    const Model& model;
    const Picture& picture;
    const PreparedInput& prepared;
    const Item& item;
    const MethodState& state;
    std::string cropRule;
    std::optional<double> scoreInput = {}; // F(z), for a method whose state does not know it
};

// The JSON record of one attribution (record.json): target, scores, sum, gap, cost, nodes, parameters, hashes,
// versions. snake_case keys; gap_relative and map_error are fractions, null where they do not exist.
std::string attributionRecord(const RecordSubject& subject);

} // namespace blurig
