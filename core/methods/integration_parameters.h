// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/parameter.h"
#include "core/path/integrator.h"

#include <string>
#include <vector>

namespace blurig {

// What every method that integrates along a path lets the user choose; declared once.
// `schedules`: the names of those that its paths have.
std::vector<ParameterSpec> integrationParameters(const std::vector<std::string>& schedules);

// The integration that the parameters ask for. In reference mode: evenly spaced in the path's own position, by the
// package's rule, 100 steps unless `steps` is set.
Integration integrationOf(const Parameters& parameters, Rule referenceRule);

bool isReferenceMode(const Parameters& parameters);
bool isIdgi(const Parameters& parameters);
std::vector<std::string> idgiNotes(const Parameters& parameters); // none where it is off

} // namespace blurig
