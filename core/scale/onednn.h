// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <oneapi/dnnl/dnnl.h>

namespace blurig {

// The oneDNN that the program was built for, opened apart from all else that is loaded: LibTorch may bring another one
// under the same names, and a mixture of two computes wrong numbers without a word.
struct OneDnn {
    decltype(&dnnl_sgemm) sgemm = nullptr;
    void (*setThreads)(int) = nullptr; // of the OpenMP that it computes with; null where it computes without

    static const OneDnn& get(); // throws std::runtime_error where the library cannot be loaded
};

} // namespace blurig
