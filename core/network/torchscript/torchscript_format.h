// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/network.h"

namespace blurig {

// TorchScript archives, as torch.jit.save writes them.
class TorchScriptFormat final : public NetworkFormat {
public:
    std::string name() const override { return "TorchScript"; }
    bool recognises(std::span<const std::byte> bytes) const override;
    std::optional<std::string> cardJson(const std::filesystem::path& file) const override;
    std::unique_ptr<NetworkFile> load(std::span<const std::byte> bytes, const std::string& where,
                                      Device device) const override;
};

} // namespace blurig
