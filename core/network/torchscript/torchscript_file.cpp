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
#include <ATen/ops/empty.h>

#include <algorithm>
#include <random>

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

// "features.3.conv" of "features.3.conv.weight".
std::string layerOf(const std::string& parameter) {
    const std::size_t dot = parameter.rfind('.');
    return dot == std::string::npos ? parameter : parameter.substr(0, dot);
}

bool isWeight(const at::Tensor& parameter) {
    return parameter.is_floating_point() && parameter.dim() >= 2;
}

// Fisher and Yates; the standard fixes the generator, and the remainder's bias is below 1e-9.
void shuffle(at::Tensor parameter, std::mt19937_64& random) {
    const c10::AutoGradMode gradients(false);
    at::Tensor order = at::empty({parameter.numel()}, at::kLong);
    auto* places = order.data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < order.numel(); ++i)
        places[i] = i;
    for (std::int64_t i = order.numel() - 1; i > 0; --i)
        std::swap(places[i], places[random() % static_cast<std::uint64_t>(i + 1)]);
    const at::Tensor flat = parameter.detach().reshape({-1});
    parameter.copy_(flat.index_select(0, order.to(flat.device())).reshape(parameter.sizes()));
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

std::vector<std::string> TorchScriptFile::layers() const {
    std::vector<std::string> names;
    for (const auto& parameter : m_module.named_parameters())
        if (isWeight(parameter.value) && std::ranges::find(names, layerOf(parameter.name)) == names.end())
            names.push_back(layerOf(parameter.name));
    return names;
}

std::unique_ptr<NetworkFile> TorchScriptFile::withShuffledWeights(std::size_t last, std::uint64_t seed) const {
    const std::vector<std::string> all = layers();
    const auto first = all.end() - static_cast<std::ptrdiff_t>(std::min(last, all.size()));
    torch::jit::Module copy = m_module.deepcopy();
    std::mt19937_64 random(seed);
    for (const auto& parameter : copy.named_parameters())
        if (isWeight(parameter.value) && std::find(first, all.end(), layerOf(parameter.name)) != all.end())
            shuffle(parameter.value, random);
    return std::make_unique<TorchScriptFile>(std::move(copy), m_cardJson, m_where, m_device);
}

std::optional<GradientStop> TorchScriptFile::gradientStop() const {
    return gradientStopOf(m_module);
}

} // namespace blurig
