// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace blurig {

// An opened model with part of its weights in random order: the sanity check of saliency maps by randomised weights
// (Adebayo et al. 2018). The distribution of each layer's weights stays what it was.
class ShuffledModels {
public:
    // Reads the file again. Throws Error: what opening throws, or UnreadableFile where it has changed.
    ShuffledModels(const Model& opened, const NetworkFormats& formats);

    // Those that hold weights, in the file's order; none where the format cannot tell.
    const std::vector<std::string>& layers() const { return m_layers; }
    // With the weights of the `last` layers in random order; runs as the opened one does. Throws Error.
    std::shared_ptr<const Model> model(std::size_t last, std::uint64_t seed) const;

private:
    std::shared_ptr<const ModelInfo> m_info;
    std::unique_ptr<NetworkFile> m_file;
    std::vector<std::string> m_layers;
};

} // namespace blurig
