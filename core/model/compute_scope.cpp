// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/compute_scope.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <thread>

namespace blurig {

ComputeScope::ComputeScope(int threads)
    : m_threadsBefore(at::get_num_threads()) {
    at::set_num_threads(std::max(1, threads));
}

ComputeScope::~ComputeScope() {
    at::set_num_threads(m_threadsBefore);
}

int ComputeScope::machineThreads() {
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

} // namespace blurig
