// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/method.h"

namespace blurig {

// The methods that the program comes with. Callers ask methods(), which is this list unless a program defines its own.
std::span<const Method* const> standardMethods();

} // namespace blurig
