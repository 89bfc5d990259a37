// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <string>

namespace blurig {

// Throws Error (Argument) where an input has not two axes; "method" names what needs them.
void requireTwoAxes(const ArrayLayout& input, const std::string& method);

} // namespace blurig
