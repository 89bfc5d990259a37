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

// What a PNG says beside its pixels.
struct PngFacts {
    std::map<std::string, std::string> texts = {}; // by keyword, as uncompressed UTF-8 iTXt chunks
    std::optional<double> dpi = {};                // pixels per inch (pHYs)
};

// 8-bit RGBA (RGB when opaque).
std::vector<std::byte> encodePng(const Raster& raster, const PngFacts& facts = {});
void writePng(const std::filesystem::path& file, const Raster& raster,
              const std::map<std::string, std::string>& texts = {});

// The iTXt (or tEXt, zTXt) chunk of that keyword, where the bytes are a PNG that has one.
std::optional<std::string> pngText(std::span<const std::byte> bytes, const std::string& keyword);

} // namespace blurig
