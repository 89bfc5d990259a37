// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace blurig {

using ClassIndex = std::int64_t;

} // namespace blurig
