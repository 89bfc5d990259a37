// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/network.h"
#include "core/network/torchscript/call_names.h"
#include "core/network/torchscript/tapped_graph.h"

#include <c10/core/Device.h>
#include <c10/core/ScalarType.h>
#include <torch/csrc/jit/api/module.h>

#include <memory>
#include <mutex>

namespace blurig {

at::Device torchDevice(Device device);
at::ScalarType torchType(NumberKind kind);

// Internal to the room: a TorchScript module as a network. The profiling executor specialises on the first shapes that
// it sees and compiles anew for others: batches of different sizes would stall (LibTorch 2.6 never ends with some), and
// their bits could differ. The plain interpreter, which every run here asks for, has neither.
class TorchScriptNetwork final : public Network {
public:
    struct Facts {
        std::string where; // the file, for errors
        Device device = Device::Cpu;
        NumberKind number = NumberKind::Float;
        std::int64_t parameterCount = 0; // of the file: what freezing folds no longer counts as a parameter
    };
    TorchScriptNetwork(torch::jit::Module module, CallNames callNames, Facts facts);

    std::vector<at::Tensor> forward(const at::Tensor& input) const override;
    InnerForward forwardInside(const at::Tensor& input, const std::string& keep) const override;
    Traits traits() const override;

private:
    at::Tensor converted(const at::Tensor& input) const;

    torch::jit::Module m_module;
    CallNames m_callNames;
    Facts m_facts;
    mutable std::once_flag m_tappedOnce;
    mutable std::unique_ptr<const TappedGraph> m_tapped; // made when it is first asked for
};

} // namespace blurig
