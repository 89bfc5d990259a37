// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"

#include <string_view>

namespace blurig {

// A look with its usual numbers and signs, as choosing it in a window or a command sets them; of a look that is not
// known, the default one's.
DisplayChoice displayOfLook(std::string_view look);

} // namespace blurig
