// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace blurig {

// In words, what makes every number of this process wrong: a known matrix product or a known blur comes out otherwise
// where two libraries answer to one name. Empty where both are right. Takes a millisecond
// beside what the first product of a process takes in any case.
std::string faultOfArithmetic();

} // namespace blurig
