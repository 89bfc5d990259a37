// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/network/model_file_kind.h"
#include "core/network/network_file.h"
#include "core/network/network_source.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace blurig {

// One file format: a folder of this room, and one line in builtInFormats().
class NetworkFormat {
public:
    virtual ~NetworkFormat() = default;

    virtual ModelFileKind kind() const = 0;
    // Null where the bytes are not of this format: the next one is asked. Throws Error where they are, but cannot be
    // loaded. The name's ending decides nothing.
    virtual std::unique_ptr<NetworkFile> open(NetworkSource& source, Device device) const = 0;
    // The embedded card, read without running anything of the file; none also where the file is not of this format.
    virtual std::optional<std::string> cardJson(const std::filesystem::path& /*file*/) const { return std::nullopt; }
};

// In the order in which they are asked. Immutable; safe to use from several threads.
using NetworkFormats = std::vector<std::shared_ptr<const NetworkFormat>>;

const NetworkFormats& builtInFormats();

std::vector<ModelFileKind> fileKinds(const NetworkFormats& formats);

// As the first format that knows the file has it. Throws Error: of that format, or what the file seems to be instead.
std::unique_ptr<NetworkFile> openNetwork(NetworkSource& source, const NetworkFormats& formats, Device device);

} // namespace blurig
