// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <compare>
#include <cstdint>

namespace blurig {

// The number of a request in its lane, from 1 on; 0 is none.
struct Generation {
    std::uint64_t number = 0;

    auto operator<=>(const Generation&) const = default;
};

} // namespace blurig
