// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/network_file.h"
#include "core/network/torchscript/call_names.h"

#include <torch/csrc/jit/api/module.h>

namespace blurig {

// Internal to the room: a module that was loaded and repaired. Networks share its weights, but where their layout
// differs.
class TorchScriptFile final : public NetworkFile {
public:
    TorchScriptFile(torch::jit::Module module, std::optional<std::string> cardJson, std::string where, Device device);

    std::unique_ptr<Network> network(const Execution& execution) const override;
    std::optional<std::string> cardJson() const override { return m_cardJson; }
    std::vector<NumberKind> inputKinds() const override;
    bool canFreeze() const override { return m_canFreeze; }
    std::vector<std::string> notes() const override { return m_notes; }
    std::optional<GradientStop> gradientStop() const override;
    std::vector<std::string> layers() const override;
    std::unique_ptr<NetworkFile> withShuffledWeights(std::size_t last, std::uint64_t seed) const override;

private:
    torch::jit::Module m_module;
    std::optional<std::string> m_cardJson;
    std::string m_where;
    Device m_device;
    std::vector<std::string> m_notes;
    CallNames m_callNames;
    bool m_canFreeze;
    std::int64_t m_parameterCount = 0;
};

} // namespace blurig
