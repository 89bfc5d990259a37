// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/patient_threads.h"

#include <cstdlib>
#include <unistd.h>

namespace blurig {

void sleepAtBarriers(char* argv[]) {
    constexpr const char* policy = "OMP_WAIT_POLICY";
    if (std::getenv(policy) || std::getenv("GOMP_SPINCOUNT"))
        return;
    if (setenv(policy, "passive", 0) == 0)
        execv("/proc/self/exe", argv); // returns only where it cannot: then it runs as it is
}

} // namespace blurig
