// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace blurig {

// Of this program and of what decides its numbers.
struct Versions {
    std::string_view blurig;
    std::string_view libtorch;
    std::string_view opencv;
};

Versions versions();

} // namespace blurig
