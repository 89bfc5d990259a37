// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/network/model_file_kind.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace blurig {

// What to say of a file that is of none of these formats: what it seems to be, and what to do about it.
Error unknownFile(std::span<const std::byte> bytes, const std::string& where, const std::vector<ModelFileKind>& known);

} // namespace blurig
