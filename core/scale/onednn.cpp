// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scale/onednn.h"

#include <dlfcn.h>
#include <stdexcept>
#include <string>

namespace blurig {

namespace {

// Its own names before those of the program; the sanitizers know no such way to open a library.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(RTLD_DEEPBIND)
constexpr int way = RTLD_NOW | RTLD_LOCAL;
#else
constexpr int way = RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND;
#endif

OneDnn opened() {
    void* const library = dlopen(BLURIG_ONEDNN, way);
    void* const sgemm = library ? dlsym(library, "dnnl_sgemm") : nullptr;
    if (!sgemm)
        throw std::runtime_error("oneDNN, " BLURIG_ONEDNN ", cannot be loaded: " + std::string(dlerror()));
    return {.sgemm = reinterpret_cast<decltype(OneDnn::sgemm)>(sgemm),
            .setThreads = reinterpret_cast<decltype(OneDnn::setThreads)>(dlsym(library, "omp_set_num_threads"))};
}

} // namespace

const OneDnn& OneDnn::get() {
    static const OneDnn library = opened();
    return library;
}

} // namespace blurig
