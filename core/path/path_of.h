// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path.h"

#include <memory>

namespace blurig {

// The path of an input that has this description.
std::shared_ptr<const Path> pathOf(const Array& input, const PathDescription& description);

} // namespace blurig
