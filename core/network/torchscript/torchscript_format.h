// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/network_format.h"

namespace blurig {

// TorchScript archives, as torch.jit.save writes them.
class TorchScriptFormat final : public NetworkFormat {
public:
    ModelFileKind kind() const override {
        return {.format = "TorchScript", .endings = {"pt", "pth", "ts", "jit", "torchscript"}};
    }
    std::unique_ptr<NetworkFile> open(NetworkSource& source, Device device) const override;
    std::optional<std::string> cardJson(const std::filesystem::path& file) const override;
};

} // namespace blurig
