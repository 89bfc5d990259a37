// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/shuffled_models.h"

#include "core/error.h"

#include <fmt/format.h>

#include <cassert>

namespace blurig {

ShuffledModels::ShuffledModels(const Model& opened, const NetworkFormats& formats)
    : m_info(opened.info()) {
    NetworkSource source(m_info->file);
    if (source.sha256() != m_info->sha256)
        throw Error(ErrorCode::UnreadableFile, m_info->file, "has changed since it was opened", "Open the model again");
    m_file = openNetwork(source, formats, m_info->network.device);
    m_layers = m_file->layers();
}

std::shared_ptr<const Model> ShuffledModels::model(std::size_t last, std::uint64_t seed) const {
    const std::unique_ptr<NetworkFile> shuffled = m_file->withShuffledWeights(last, seed);
    assert(shuffled); // a format with layers can
    ModelFacts facts{.examination = m_info->examination, .execution = m_info->execution, .asFiled = m_info->asFiled};
    auto network = networkOf(*shuffled, facts.execution, m_info->file);
    return std::make_shared<const Model>(std::move(network), m_info->card, m_info->cardOrigin, m_info->file,
                                         fmt::format("{} shuffled {} {}", m_info->sha256, last, seed),
                                         std::move(facts));
}

} // namespace blurig
