// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/model_card.h"
#include "core/network/inner_value.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace blurig {

// Values of Model::innerValues that are maps: channels, height and width, the latter both above 1, when their three
// sizes are read as CHW or HWC. In the order of the program.
std::vector<InnerValue> mapLayers(std::span<const InnerValue> values, AxisOrder axes);

// Those that come after the last attention, the last first: what the output is computed of. None in a transformer,
// whose tokens no longer lie in rows and columns.
std::vector<InnerValue> finalMapLayers(std::span<const InnerValue> values, AxisOrder axes);

// The layer of this name, or the last one of the module of this name. Throws Error (Argument) with near names.
InnerValue mapLayerNamed(std::string_view name, std::span<const InnerValue> values, AxisOrder axes);

std::string sizesText(const InnerValue& value); // "1280 x 7 x 7"

} // namespace blurig
