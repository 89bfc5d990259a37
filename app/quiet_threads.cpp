// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// LibTorch's OpenMP threads spin while they wait for each other. Where more threads want a core than there are cores (the
// window and its frames beside the model, or other programs), that made two threads 15 to 60 times slower than one.
// libgomp reads GOMP_SPINCOUNT when it is loaded and never again, so the program starts itself anew with it, before the
// libraries' own initialisers have run: 0.25 s. Whoever sets the variable, or OMP_WAIT_POLICY, keeps what they set.

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // these must come first themselves

#include <cstring>
#include <vector>
#include <unistd.h>

namespace {

bool isSet(char** environment, const char* name) {
    const std::size_t length = std::strlen(name);
    for (char** entry = environment; *entry; ++entry) {
        if (std::strncmp(*entry, name, length) == 0 && (*entry)[length] == '=')
            return true;
    }
    return false;
}

void startWithQuietThreads(int, char** arguments, char** environment) {
    if (isSet(environment, "GOMP_SPINCOUNT") || isSet(environment, "OMP_WAIT_POLICY"))
        return;
    std::vector<char*> extended;
    for (char** entry = environment; *entry; ++entry)
        extended.push_back(*entry);
    static char quiet[] = "GOMP_SPINCOUNT=0";
    extended.push_back(quiet);
    extended.push_back(nullptr);
    execve("/proc/self/exe", arguments, extended.data()); // where it fails, the program goes on, only slower
}

__attribute__((section(".preinit_array"), used)) void (*const first)(int, char**, char**) = startWithQuietThreads;

} // namespace

#endif
