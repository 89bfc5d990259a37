// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace blurig {

// Model files of one format, for dialogs and drops.
struct ModelFileKind {
    std::string format;               // "TorchScript"
    std::vector<std::string> endings; // "pt", "pth": lower case, without dot
};

} // namespace blurig
