// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/torchscript/inlined_forward.h"

#include <torch/csrc/jit/passes/inliner.h>
#include <torch/csrc/jit/runtime/graph_executor.h>

namespace blurig {

// A method keeps, for its own runs, the graph that a call of it was replaced by: hence the copy. With the optimising
// executor off only the outermost calls would be replaced.
InlinedForward inlinedForward(const torch::jit::Module& module) {
    const torch::jit::GraphOptimizerEnabledGuard optimising(true);
    torch::jit::Module copy = module.clone(true);
    std::shared_ptr<torch::jit::Graph> graph = copy.get_method("forward").graph()->copy();
    torch::jit::Inline(*graph);
    return {.module = std::move(copy), .graph = std::move(graph)};
}

} // namespace blurig
