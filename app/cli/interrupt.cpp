// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/interrupt.h"

#include "core/error.h"

#include <csignal>

namespace blurig {

namespace {

volatile std::sig_atomic_t signalled = 0;

} // namespace

void catchInterrupts() {
    struct sigaction action {};
    action.sa_handler = [](int) { signalled = 1; };
    action.sa_flags = static_cast<int>(SA_RESETHAND); // the next one has its usual effect
    sigaction(SIGINT, &action, nullptr);
}

bool interrupted() {
    return signalled != 0;
}

void throwIfInterrupted() {
    if (interrupted())
        throw Cancelled();
}

} // namespace blurig
