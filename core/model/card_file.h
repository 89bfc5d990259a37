// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model_card.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace blurig {

// The JSON files beside a model that may be its card: MODEL.pt.json before MODEL.json; only those that exist.
std::vector<std::filesystem::path> placesOfCard(const std::filesystem::path& model);

// None where the file is no card: it does not say "card_version". Throws Error where it does, but cannot be read.
std::optional<ModelCard> cardInFile(const std::filesystem::path& file);

// Of a file that the user gives as a card. Throws Error where it is none.
ModelCard readModelCard(const std::filesystem::path& file);

} // namespace blurig
