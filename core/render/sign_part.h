// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/render/color_map.h"
#include "core/render/map_render.h"

#include <array>
#include <string_view>

namespace blurig {

// Which values of a reduced map are shown.
enum class SignPart { Signed, Positive, Negative, Absolute };
inline constexpr std::array signParts{SignPart::Signed, SignPart::Positive, SignPart::Negative, SignPart::Absolute};
std::string_view name(SignPart part); // "signed", "positive", "negative", "absolute"
SignPart parseSignPart(std::string_view text);

// 1 x H x W. Signed: the plane itself; the others are magnitudes: of the values above zero, of those below, of all.
Array signPart(const Array& plane, SignPart part);

// A sum of absolute values has no sign: all of it is shown as absolute, whatever part is wished.
SignPart shownPart(SignPart wish, ChannelReduction reduction);

ColorMap::Kind colorsFor(SignPart part); // signed values need a middle for zero

} // namespace blurig
