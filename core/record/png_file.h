// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/raster.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace blurig {

// 8-bit RGBA (RGB when opaque) PNG with texts as uncompressed UTF-8 iTXt chunks.
std::vector<std::byte> encodePng(const Raster& raster, const std::map<std::string, std::string>& texts = {});
void writePng(const std::filesystem::path& file, const Raster& raster,
              const std::map<std::string, std::string>& texts = {});

// The iTXt (or tEXt, zTXt) chunk of that keyword, where the bytes are a PNG that has one.
std::optional<std::string> pngText(std::span<const std::byte> bytes, const std::string& keyword);

} // namespace blurig
