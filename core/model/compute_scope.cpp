// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/compute_scope.h"

#include <ATen/Parallel.h>
#include <torch/csrc/jit/python/update_graph_executor_opt.h>

#include <algorithm>
#include <thread>

namespace blurig {

// The profiling executor specialises on the first shapes that it sees and recompiles for others: batches of different
// sizes would stall, and their bits could differ. The plain interpreter has neither.
ComputeScope::ComputeScope(int threads)
    : m_threadsBefore(at::get_num_threads())
    , m_optimizeBefore(torch::jit::getGraphExecutorOptimize()) {
    at::set_num_threads(std::max(1, threads));
    torch::jit::setGraphExecutorOptimize(false);
}

ComputeScope::~ComputeScope() {
    torch::jit::setGraphExecutorOptimize(m_optimizeBefore);
    at::set_num_threads(m_threadsBefore);
}

int ComputeScope::machineThreads() {
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

} // namespace blurig
