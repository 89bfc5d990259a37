// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cassert>
#include <vector>

namespace blurig {

// Of ascending values, at least one; linear between them, as numpy's usual quantile.
template <typename Number> double quantile(const std::vector<Number>& ascending, double share) {
    assert(!ascending.empty());
    const double place = share * static_cast<double>(ascending.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t next = std::min(below + 1, ascending.size() - 1);
    return double{ascending[below]} +
           (place - static_cast<double>(below)) * (double{ascending[next]} - double{ascending[below]});
}

} // namespace blurig
