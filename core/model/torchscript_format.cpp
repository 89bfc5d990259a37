// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/torchscript_format.h"

#include "core/error.h"
#include "core/model/call_names.h"
#include "core/model/frozen_module.h"
#include "core/model/inner_forward.h"
#include "core/model/missing_operators.h"
#include "core/model/model_words.h"
#include "core/model/tapped_graph.h"

#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/runtime/print_handler.h>
#include <torch/csrc/jit/serialization/import.h>

#include <algorithm>
#include <caffe2/serialize/inline_container.h>
#include <caffe2/serialize/read_adapter_interface.h>
#include <cstring>
#include <mutex>

namespace blurig {
namespace {

constexpr const char* cardFile = "model_card.json";

// LibTorch's own adapter for memory does not look at its bounds.
class BytesReader final : public caffe2::serialize::ReadAdapterInterface {
public:
    explicit BytesReader(std::span<const std::byte> bytes)
        : m_bytes(bytes) {}

    std::size_t size() const override { return m_bytes.size(); }

    std::size_t read(std::uint64_t position, void* buffer, std::size_t count, const char*) const override {
        if (position >= m_bytes.size())
            return 0;
        const std::size_t available = std::min(count, m_bytes.size() - static_cast<std::size_t>(position));
        std::memcpy(buffer, m_bytes.data() + position, available);
        return available;
    }

private:
    std::span<const std::byte> m_bytes;
};

std::shared_ptr<caffe2::serialize::ReadAdapterInterface> reader(std::span<const std::byte> bytes) {
    return std::make_shared<BytesReader>(bytes);
}

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

at::Device torchDevice(Device device) {
    return device == Device::Cuda ? at::kCUDA : at::kCPU;
}

class TorchScriptNetwork final : public Network {
public:
    TorchScriptNetwork(torch::jit::Module module, CallNames callNames, std::string where, Device device)
        : m_module(std::move(module))
        , m_callNames(std::move(callNames))
        , m_where(std::move(where))
        , m_device(device) {
        for (const at::Tensor& parameter : m_module.parameters()) {
            m_parameterCount += parameter.numel();
            if (parameter.is_floating_point())
                m_type = parameter.scalar_type();
        }
    }

    std::vector<at::Tensor> forward(const at::Tensor& input) const override {
        std::vector<at::Tensor> outputs;
        try {
            // forward() of a Module is not const, but a copy shares the object and costs nothing.
            torch::jit::Module module = m_module;
            collectTensors(module.forward({input.to(torchDevice(m_device), m_type)}), outputs);
        } catch (const std::exception& error) {
            throw modelError(m_where, input.sizes().vec(), error);
        }
        return outputs;
    }

    InnerForward forwardInside(const at::Tensor& input, const std::string& keep) const override {
        InnerForward inner;
        try {
            std::call_once(m_tappedOnce,
                           [this] { m_tapped = std::make_unique<const TappedGraph>(m_module, m_callNames); });
            TappedGraph::Result result = m_tapped->run(input.to(torchDevice(m_device), m_type), keep);
            collectTensors(result.output, inner.outputs);
            inner.values = std::move(result.values);
            inner.kept = std::move(result.kept);
        } catch (const std::exception& error) {
            throw modelError(m_where, input.sizes().vec(), error);
        }
        return inner;
    }

    std::string format() const override { return "TorchScript"; }
    std::int64_t parameterCount() const override { return m_parameterCount; }
    Device device() const override { return m_device; }

    // What freezing turns into constants no longer counts as a parameter: take it from the module before.
    void setParameterCount(std::int64_t count) { m_parameterCount = count; }
    void setType(at::ScalarType type) { m_type = type; }
    at::ScalarType type() const { return m_type; }

private:
    torch::jit::Module m_module;
    CallNames m_callNames;
    std::string m_where;
    Device m_device;
    std::int64_t m_parameterCount = 0;
    at::ScalarType m_type = at::kFloat;
    mutable std::once_flag m_tappedOnce;
    mutable std::unique_ptr<const TappedGraph> m_tapped; // made when it is first asked for
};

// Weights in the memory format of the activations save a copy in every convolution; parameters need no gradient.
void prepareParameters(torch::jit::Module& module, Freezing freezing) {
    for (at::Tensor parameter : module.parameters()) {
        parameter.set_requires_grad(false);
        if (freezing == Freezing::Frozen && parameter.dim() == 4)
            parameter.set_data(parameter.contiguous(at::MemoryFormat::ChannelsLast));
    }
}

void checkArchive(std::span<const std::byte> bytes, const std::string& where) {
    bool hasProgram = false;
    bool hasWeights = false;
    try {
        caffe2::serialize::PyTorchStreamReader archive(reader(bytes));
        hasProgram = archive.hasRecord("constants.pkl");
        hasWeights = archive.hasRecord("data.pkl");
    } catch (const std::exception& error) {
        throw Error(ErrorCode::DamagedModel, where, "is cut short or damaged: " + firstLine(error),
                    "Copy or export the file again");
    }
    if (hasProgram)
        return;
    if (hasWeights)
        throw Error(ErrorCode::NotAModel, where, "holds weights but no program (a state dict or a pickled module)",
                    "Export the model as TorchScript, as the README shows");
    throw Error(ErrorCode::NotAModel, where, "is an archive, but not a TorchScript model",
                "Export the model as TorchScript, as the README shows");
}

} // namespace

bool TorchScriptFormat::recognises(std::span<const std::byte> bytes) const {
    return bytes.size() >= 4 && std::memcmp(bytes.data(), "PK\x03\x04", 4) == 0;
}

NetworkFile TorchScriptFormat::load(std::span<const std::byte> bytes, const std::string& where, Freezing freezing,
                                    Device device) const {
    registerMissingOperators();
    // A model that prints must not reach standard output, where a verdict or JSON may be expected.
    torch::jit::setPrintHandler([](const std::string&) {});
    checkArchive(bytes, where);

    torch::jit::ExtraFilesMap extra{{cardFile, ""}};
    std::unique_ptr<TorchScriptNetwork> network;
    try {
        torch::jit::Module module = torch::jit::load(reader(bytes), torchDevice(device), extra);
        if (!module.find_method("forward"))
            throw Error(ErrorCode::NotAModel, where, "has no forward method", "Export a module with forward(input)");
        module.eval();
        if (stopsGradients(module))
            freezing = Freezing::AsFiled;
        prepareParameters(module, freezing);
        const CallNames callNames(module);
        network = std::make_unique<TorchScriptNetwork>(module, callNames, where, device);
        if (freezing == Freezing::Frozen) {
            auto frozen = std::make_unique<TorchScriptNetwork>(frozenModule(module), callNames, where, device);
            frozen->setParameterCount(network->parameterCount());
            frozen->setType(network->type());
            network = std::move(frozen);
        }
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) {
        throw Error(ErrorCode::DamagedModel, where, "cannot be loaded as TorchScript: " + firstLine(error),
                    "Export it again, with a torch of this age or older");
    }
    NetworkFile file;
    file.network = std::move(network);
    file.freezing = freezing;
    if (!extra[cardFile].empty())
        file.cardJson = extra[cardFile];
    return file;
}

} // namespace blurig
