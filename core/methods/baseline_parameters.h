// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/baseline.h"
#include "core/methods/method.h"

#include <string>
#include <vector>

namespace blurig {

// What every method that begins at baselines lets the user choose; declared once.
std::vector<ParameterSpec> baselineParameters();

std::vector<Baseline> makeBaselines(const Parameters& parameters, const Item& item); // throws Error as the other does
std::vector<std::string> baselineNotes(const std::vector<Baseline>& baselines);

} // namespace blurig
