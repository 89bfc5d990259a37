// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/torchscript/frozen_module.h"

#include "core/network/torchscript/inlined_forward.h"

#include <torch/csrc/jit/api/function_impl.h>
#include <torch/csrc/jit/runtime/graph_executor.h>

#include <string>

namespace blurig {
namespace {

using torch::jit::Block;
using torch::jit::InlinedCallStackPtr;
using torch::jit::Node;

// Stands for every function that was inlined.
torch::jit::Function* inlinedFunction() {
    static torch::jit::GraphFunction function(c10::QualifiedName("inlined"), std::make_shared<torch::jit::Graph>(),
                                              nullptr);
    return &function;
}

InlinedCallStackPtr lasting(const InlinedCallStackPtr& stack) {
    const auto callee = stack->callee();
    if (!callee)
        return c10::make_intrusive<torch::jit::InlinedCallStack>(inlinedFunction(), stack->source_range(),
                                                                 stack->module_instance());
    return c10::make_intrusive<torch::jit::InlinedCallStack>(lasting(*callee), inlinedFunction(), stack->source_range(),
                                                             stack->module_instance());
}

void makeCallStacksLast(Block* block) {
    for (Node* node : block->nodes()) {
        if (const auto stack = node->callstack())
            node->setCallStack(lasting(*stack));
        for (Block* inner : node->blocks())
            makeCallStacksLast(inner);
        if (node->hasAttribute(c10::attr::Subgraph))
            makeCallStacksLast(node->g(c10::attr::Subgraph)->block());
    }
}

bool stopsGradients(Block* block) {
    for (Node* node : block->nodes()) {
        const std::string operation = node->kind().toQualString();
        if (operation == "aten::detach" || operation == "aten::detach_" || operation == "aten::set_grad_enabled" ||
            operation == "prim::Enter")
            return true;
        for (Block* inner : node->blocks()) {
            if (stopsGradients(inner))
                return true;
        }
    }
    return false;
}

} // namespace

// Freezing inlines methods of a copy that it then takes apart: the functions that the nodes' call stacks point at are
// gone, and LibTorch reads their names when it formats an error.
torch::jit::Module frozenModule(const torch::jit::Module& module) {
    // With the optimising executor off, freezing drops submodules that it still calls.
    const torch::jit::GraphOptimizerEnabledGuard optimising(true);
    torch::jit::Module frozen = torch::jit::freeze(module);
    for (const torch::jit::Method& method : frozen.get_methods())
        makeCallStacksLast(method.graph()->block());
    return frozen;
}

bool stopsGradients(const torch::jit::Module& module) {
    return stopsGradients(inlinedForward(module).graph->block());
}

} // namespace blurig
