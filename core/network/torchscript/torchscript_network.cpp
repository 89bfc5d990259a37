// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/torchscript/torchscript_network.h"

#include "core/network/inner_forward.h"
#include "core/network/model_words.h"

#include <ATen/core/Tensor.h>
#include <torch/csrc/jit/runtime/graph_executor.h>

namespace blurig {
namespace {

void collectTensors(const c10::IValue& value, std::vector<at::Tensor>& tensors) {
    if (value.isTensor()) {
        tensors.push_back(value.toTensor());
    } else if (value.isTuple()) {
        for (const c10::IValue& element : value.toTupleRef().elements())
            collectTensors(element, tensors);
    } else if (value.isList()) {
        for (const c10::IValue& element : value.toListRef())
            collectTensors(element, tensors);
    } else if (value.isGenericDict()) {
        for (const auto& entry : value.toGenericDict())
            collectTensors(entry.value(), tensors);
    }
}

} // namespace

at::Device torchDevice(Device device) {
    return device == Device::Cuda ? at::kCUDA : at::kCPU;
}

at::ScalarType torchType(NumberKind kind) {
    return kind == NumberKind::Double ? at::kDouble : at::kFloat;
}

TorchScriptNetwork::TorchScriptNetwork(torch::jit::Module module, CallNames callNames, Facts facts)
    : m_module(std::move(module))
    , m_callNames(std::move(callNames))
    , m_facts(std::move(facts)) {}

Traits TorchScriptNetwork::traits() const {
    return {.format = "TorchScript",
            .parameterCount = m_facts.parameterCount,
            .device = m_facts.device,
            .layout = MemoryLayout::ChannelsLast};
}

at::Tensor TorchScriptNetwork::converted(const at::Tensor& input) const {
    return input.to(torchDevice(m_facts.device), torchType(m_facts.number));
}

std::vector<at::Tensor> TorchScriptNetwork::forward(const at::Tensor& input) const {
    std::vector<at::Tensor> outputs;
    const torch::jit::GraphOptimizerEnabledGuard plain(false);
    try {
        // forward() of a Module is not const, but a copy shares the object and costs nothing.
        torch::jit::Module module = m_module;
        collectTensors(module.forward({converted(input)}), outputs);
    } catch (const std::exception& error) {
        throw modelError(m_facts.where, input.sizes().vec(), error);
    }
    return outputs;
}

InnerForward TorchScriptNetwork::forwardInside(const at::Tensor& input, const std::string& keep) const {
    InnerForward inner;
    try {
        std::call_once(m_tappedOnce, [this] { m_tapped = std::make_unique<const TappedGraph>(m_module, m_callNames); });
        TappedGraph::Result result = m_tapped->run(converted(input), keep);
        collectTensors(result.output, inner.outputs);
        inner.values = std::move(result.values);
        inner.kept = std::move(result.kept);
    } catch (const std::exception& error) {
        throw modelError(m_facts.where, input.sizes().vec(), error);
    }
    return inner;
}

} // namespace blurig
