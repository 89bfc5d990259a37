// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Before a function of plain loops over arrays: it is compiled for AVX2, too, and the machine takes what it has.
// Without fused multiply-add, so that both round alike. Sanitizers do not know functions that are chosen when a program
// is loaded.
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define BLURIG_WIDE_VECTORS __attribute__((target_clones("avx2", "default")))
#else
#define BLURIG_WIDE_VECTORS
#endif
