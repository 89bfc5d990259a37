// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

namespace blurig::test {

struct LinearCase {
    std::string batch;    // the only one that it takes, "1"; empty: any
    bool besides = false; // its weights lie in a file of their own, "NAME.bin"
};

// Writes a linear model of 3 x 32 x 32 pictures with three classes and a grid of 4 x 4. Class k weighs channel k alone:
// the cell of row 1 and column 2 with 8, each other one with 0.5.
void writeLinearModel(const std::filesystem::path& file, const LinearCase& as = {});

} // namespace blurig::test
