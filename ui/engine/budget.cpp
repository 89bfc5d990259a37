// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/budget.h"

#include <algorithm>

namespace blurig::ui {

namespace {
constexpr std::int64_t largestBudget = 4096;
} // namespace

void enlargeBudget(PaneChoice& pane, const Parameters& ran) {
    if (const ParameterSpec* budget = ran.find(ParameterRole::Budget))
        pane.parameters[budget->key] = std::to_string(std::min(2 * ran.integer(budget->key), largestBudget));
}

} // namespace blurig::ui
