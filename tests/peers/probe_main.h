// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

// The main function of a program that a peer test starts: what fails is told, and is the exit status.
template <typename Run> int probeMain(int count, char** words, Run run) {
    try {
        run(std::vector<std::string>{words + 1, words + count});
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s: %s\n", words[0], error.what());
        return 1;
    }
}
