// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace blurig {

// In words, what makes every number of this process wrong: a known matrix product or a known blur comes out otherwise
// where two libraries answer to one name. Empty where both are right. Less than a millisecond.
std::string faultOfArithmetic();

} // namespace blurig
