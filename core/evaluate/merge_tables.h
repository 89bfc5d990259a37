// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <vector>

namespace blurig {

// Puts what several processes wrote (rows.csv, labels.csv, times.csv of each folder) together in one folder, each row
// once, in an order that does not depend on that of the folders. Throws Error.
void mergeTables(const std::vector<std::filesystem::path>& folders, const std::filesystem::path& out);

} // namespace blurig
