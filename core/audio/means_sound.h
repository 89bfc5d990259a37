// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace blurig {

// Whether who names this file means a sound: by its bytes, or by its name where those are of nothing known.
bool meansSound(const std::string& file);

} // namespace blurig
