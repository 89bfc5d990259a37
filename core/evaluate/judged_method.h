// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace blurig {

// One row of a comparison of methods: a method of this program with its parameters, or maps that another one made.
struct JudgedMethod {
    std::string id;    // as asked for: "ig:random-4"
    std::string label; // "IG (random, 4)"
    PaneChoice pane = {};
    std::string maps = {}; // "theirs/{stem}.npy" instead; empty: computed here

    bool isElsewhere() const { return !maps.empty(); }
};

// "blur-ig,ig:random-4,xrai:blur-ig,ig:black:steps=100": methods separated by commas; after a colon a baseline (with a
// number of random ones) or a seed method, or parameter=value. Throws Error (Argument).
std::vector<JudgedMethod> parseMethods(std::string_view text);
JudgedMethod parseMethod(std::string_view text);

// "theirs/{stem}.npy" or "NAME=theirs/{stem}.npy"; the name stands in the table. Throws Error (Argument).
JudgedMethod mapsFromElsewhere(std::string_view text);
std::filesystem::path mapFileOf(const JudgedMethod& method, const std::filesystem::path& photo);

} // namespace blurig
