// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace blurig {

// Internal to the room: how names that a user gives are compared with those of classes.

std::string folded(std::string_view text); // trimmed, ASCII letters small
std::vector<std::string> splitAtCommas(std::string_view text);

// The places of those `count` candidates (each with its synonyms) that come nearest to the name: first those that hold
// it, then by edit distance.
std::vector<std::size_t> nearestNames(std::string_view name, std::span<const std::vector<std::string>> candidates,
                                      std::size_t count);

} // namespace blurig
