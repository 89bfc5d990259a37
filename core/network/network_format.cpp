// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/network_format.h"

#include "core/network/unknown_file.h"

namespace blurig {

std::vector<ModelFileKind> fileKinds(const NetworkFormats& formats) {
    std::vector<ModelFileKind> kinds;
    for (const auto& format : formats)
        kinds.push_back(format->kind());
    return kinds;
}

std::unique_ptr<NetworkFile> openNetwork(NetworkSource& source, const NetworkFormats& formats, Device device) {
    for (const auto& format : formats)
        if (std::unique_ptr<NetworkFile> file = format->open(source, device))
            return file;
    throw unknownFile(source.bytes(), source.where(), fileKinds(formats));
}

} // namespace blurig
