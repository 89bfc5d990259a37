// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace blurig::test {

// A card for channels x height x width without normalisation, so that z is what the network sees.
ModelCard plainCard(int channels, int height, int width, OutputKind output = OutputKind::Logits);

// The same for arrays of other axes.
ModelCard arrayCard(ArrayLayout layout, OutputKind output = OutputKind::Logits);

// The same for sounds.
ModelCard soundCard(SoundSpec spec, OutputKind output = OutputKind::Logits);

// Writes a TorchScript file from the source of its methods ("def forward(self, x):\n    return ..."); torch's functions
// are reached as torch.xxx.
void writeScriptModel(const std::filesystem::path& file, const std::string& methods,
                      const std::optional<ModelCard>& card = std::nullopt);

// The same, loaded through loadModel() with the card.
std::shared_ptr<const Model> scriptModel(const std::string& methods, const ModelCard& card,
                                         Freezing freezing = Freezing::Frozen);
std::shared_ptr<const Model> scriptModel(const std::string& methods, const ModelCard& card, const ModelOptions& how);

} // namespace blurig::test
