// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Settings that libraries read from the environment when they are loaded and never again, so the program starts itself
// anew with them before the libraries' own initialisers have run: 0.25 s. Whoever sets one of them keeps what they set.

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // these must come first themselves

#include <array>
#include <cstring>
#include <unistd.h>
#include <vector>

namespace {

// LibTorch's OpenMP threads spin while they wait for each other. Where more threads want a core than there are cores
// (the window and its frames beside the model, or other programs), long spinning made two threads 15 to 60 times slower
// than one, none at all makes each of thousands of operators wake a thread (1.2 times slower). Where waking is dear (a
// virtual machine on AMD), 3000 rounds were 1.2 times faster than 1000 on a machine at rest, and 1.1 times slower
// beside one busy program, 5000 1.3 times faster and slower.
char openMpSpins[] = "GOMP_SPINCOUNT=3000";

// OpenBLAS' idle threads call sched_yield() in a loop; 2^4 cycles of it instead of 2^26.
char openBlasSpins[] = "OPENBLAS_THREAD_TIMEOUT=4";

// A model's activations are megabytes each and come and go with every operator. By default glibc gives their pages back
// each time and takes new ones, which the kernel clears: half of a gradient's time. Kept, in one heap for all threads.
char noMapping[] = "MALLOC_MMAP_MAX_=0";
char keepFreePages[] = "MALLOC_TRIM_THRESHOLD_=1073741824";
char oneHeap[] = "MALLOC_ARENA_MAX=1";

std::array settings = {openMpSpins, openBlasSpins, noMapping, keepFreePages, oneHeap};

bool isSet(char** environment, const char* setting) {
    const auto length = static_cast<std::size_t>(std::strchr(setting, '=') - setting) + 1;
    for (char** entry = environment; *entry; ++entry)
        if (std::strncmp(*entry, setting, length) == 0)
            return true;
    return false;
}

void startTuned(int, char** arguments, char** environment) {
    std::vector<char*> extended;
    for (char** entry = environment; *entry; ++entry)
        extended.push_back(*entry);
    const std::size_t before = extended.size();
    for (char* setting : settings)
        if (!isSet(environment, setting))
            extended.push_back(setting);
    if (extended.size() == before)
        return;
    extended.push_back(nullptr);
    std::array<char, 4096> program{}; // not /proc/self/exe itself: process lists would call the program "exe"
    if (readlink("/proc/self/exe", program.data(), program.size() - 1) > 0)
        execve(program.data(), arguments, extended.data()); // where it fails, the program goes on, only slower
}

__attribute__((section(".preinit_array"), used)) void (*const first)(int, char**, char**) = startTuned;

} // namespace

#endif
