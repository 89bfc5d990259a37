// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/json/json.h"
#include "core/scales/axioms.h"

#include <string>
#include <vector>

namespace blurig {

Json axiomsJson(const Axioms& axioms); // snake_case, null where a figure does not exist

// The figures in words, by axiom; a line without a name goes on with the one before.
struct AxiomLine {
    std::string axiom;
    std::string words;
};
std::vector<AxiomLine> axiomLines(const Axioms& axioms);

} // namespace blurig
