// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Alone in its object file, so that a program with a list of its own is linked without this one.

#include "core/methods/standard_methods.h"

namespace blurig {

std::span<const Method* const> methods() {
    return standardMethods();
}

} // namespace blurig
