// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// This program's list of methods: the standard ones, and after the first of them the added one.

#include "core/methods/standard_methods.h"
#include "tests/ui/added_method.h"

#include <vector>

namespace blurig {

std::span<const Method* const> methods() {
    static const test::AddedMethod added;
    static const std::vector<const Method*> list = [] {
        const auto standard = standardMethods();
        std::vector<const Method*> longer(standard.begin(), standard.end());
        longer.insert(longer.begin() + 1, &added);
        return longer;
    }();
    return list;
}

} // namespace blurig
