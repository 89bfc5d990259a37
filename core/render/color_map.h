// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace blurig {

struct ColorMap {
    enum class Kind { Diverging, Sequential };

    std::string id; // "blue-orange"
    std::string label;
    Kind kind = Kind::Diverging;
    std::array<std::array<std::uint8_t, 3>, 256> colors{}; // from the low end to the high end
};

// In the order in which they are offered; the first diverging one is the default. Perceptually even and safe for
// colour-blind readers, but for those that say otherwise in their label.
std::span<const ColorMap> colorMaps();
const ColorMap& colorMapById(std::string_view id); // throws Error (Argument) that lists the ids
// The map with the id; where it is unknown or of another kind, the first of the kind.
const ColorMap& fittingColorMap(std::string_view id, ColorMap::Kind kind);

} // namespace blurig
