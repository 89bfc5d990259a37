// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <cstdint>
#include <exception>
#include <string>
#include <vector>

namespace blurig {

// Internal to the room: LibTorch's errors in words for a user.

// The line that says what happened, without backtrace and TorchScript's own frames.
std::string firstLine(const std::exception& error);
std::string shapeText(const std::vector<std::int64_t>& sizes); // "1 x 3 x 224 x 224"
// ModelInput where the error speaks of sizes or channels, Memory where there was none left, else ModelFailed.
Error modelError(const std::string& where, const std::vector<std::int64_t>& inputSizes, const std::exception& error);

} // namespace blurig
