// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace blurig {

// LibTorch's thread count is per thread: put one of these on every thread that runs a model, for as long as it does.
// Restores what it found.
class ComputeScope {
public:
    explicit ComputeScope(int threads = machineThreads());
    ~ComputeScope();
    ComputeScope(const ComputeScope&) = delete;
    ComputeScope& operator=(const ComputeScope&) = delete;

    static int machineThreads(); // physical cores, at least 1

private:
    int m_threadsBefore;
};

} // namespace blurig
