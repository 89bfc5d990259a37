// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/torchscript/torchscript_file.h"

#include "core/error.h"
#include "core/network/model_words.h"
#include "core/network/torchscript/frozen_module.h"
#include "core/network/torchscript/gradient_stop.h"
#include "core/network/torchscript/graph_repair.h"
#include "core/network/torchscript/torchscript_network.h"

#include <ATen/core/Tensor.h>

namespace blurig {
namespace {

// Weights in the memory format of the activations save a copy in every convolution.
torch::jit::Module channelsLast(const torch::jit::Module& module) {
    torch::jit::Module copy = module.clone(true);
    for (const torch::jit::Module& part : copy.modules()) {
        const auto& object = part._ivalue();
        for (std::size_t slot = 0; slot < object->slots().size(); ++slot) {
            const c10::IValue& value = object->getSlot(slot);
            if (object->type()->is_parameter(slot) && value.isTensor() && value.toTensor().dim() == 4)
                object->setSlot(slot, value.toTensor().contiguous(at::MemoryFormat::ChannelsLast));
        }
    }
    return copy;
}

} // namespace

TorchScriptFile::TorchScriptFile(torch::jit::Module module, std::optional<std::string> cardJson, std::string where,
                                 Device device)
    : m_module(std::move(module))
    , m_cardJson(std::move(cardJson))
    , m_where(std::move(where))
    , m_device(device)
    , m_notes(repairModule(m_module, torchDevice(device)))
    , m_callNames(m_module)
    , m_canFreeze(!stopsGradients(m_module)) {
    for (const at::Tensor& parameter : m_module.parameters())
        m_parameterCount += parameter.numel();
}

std::unique_ptr<Network> TorchScriptFile::network(const Execution& execution) const {
    TorchScriptNetwork::Facts facts{
        .where = m_where, .device = m_device, .number = execution.number, .parameterCount = m_parameterCount};
    try {
        torch::jit::Module module = execution.layout == MemoryLayout::ChannelsLast ? channelsLast(m_module) : m_module;
        if (execution.freezing == Freezing::Frozen)
            module = frozenModule(module);
        return std::make_unique<TorchScriptNetwork>(std::move(module), m_callNames, std::move(facts));
    } catch (const std::exception& error) {
        throw Error(ErrorCode::ModelFailed, m_where, "cannot be prepared to run: " + firstLine(error),
                    "Run it as filed (--unfrozen)");
    }
}

std::vector<NumberKind> TorchScriptFile::inputKinds() const {
    for (const at::Tensor& parameter : m_module.parameters())
        if (parameter.scalar_type() == at::kDouble)
            return {NumberKind::Double, NumberKind::Float};
        else if (parameter.is_floating_point())
            break;
    return {NumberKind::Float, NumberKind::Double};
}

std::optional<GradientStop> TorchScriptFile::gradientStop() const {
    return gradientStopOf(m_module);
}

} // namespace blurig
