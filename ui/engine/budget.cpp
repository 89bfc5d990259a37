// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/budget.h"

#include <algorithm>

namespace blurig::ui {

namespace {
constexpr const char* budgetKey = "max_gradients";
constexpr std::int64_t largestBudget = 4096;
} // namespace

void enlargeBudget(PaneChoice& pane, const Parameters& ran) {
    pane.parameters[budgetKey] = std::to_string(std::min(2 * ran.integer(budgetKey), largestBudget));
}

} // namespace blurig::ui
