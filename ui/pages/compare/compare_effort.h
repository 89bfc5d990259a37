// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"

#include <QString>

namespace blurig::ui {

// What the path methods of a comparison may spend.
struct Effort {
    enum class Kind {
        Own,       // each refines to its own tolerances
        Gradients, // each uses up the same budget
        Gap,       // each refines to the same completeness gap
        Mixed,     // some one, some another
    };
    Kind kind = Kind::Own;
    int gradients = 0;
    double gap = 0; // a fraction

    bool operator==(const Effort&) const = default;
};

Effort effortOf(const CompareChoice& compare);
void setEffort(PaneChoice& pane, const Effort& effort); // nothing happens to a method without a budget, or by Mixed
QString effortWords(const Effort& effort);              // "64 gradients each"

} // namespace blurig::ui
