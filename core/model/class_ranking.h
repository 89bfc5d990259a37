// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/class_index.h"

#include <cstddef>
#include <span>
#include <vector>

namespace blurig {

// The classes of the greatest scores, best first; of equal ones the smaller index. At most `count`.
std::vector<ClassIndex> bestClasses(std::span<const float> scores, std::size_t count);

} // namespace blurig
