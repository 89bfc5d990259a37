// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/worker_thread.h"

#include <pthread.h>
#include <sys/resource.h>

namespace blurig {

void nameThread(const char* name) {
    pthread_setname_np(pthread_self(), name);
}

void yieldToInteraction() {
    setpriority(PRIO_PROCESS, 0, 10); // on Linux, 0 is the calling thread
}

} // namespace blurig
