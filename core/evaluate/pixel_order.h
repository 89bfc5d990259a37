// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <vector>

namespace blurig {

// Places of a plane (or of all values of an array), the greatest value first; of equal ones the earlier place.
std::vector<std::size_t> descendingOrder(const Array& values);

// The input with the other's values at the first `count` places of an order: of pixels, in every channel.
Array withPlacesFrom(const Array& input, const Array& other, const std::vector<std::size_t>& order, std::size_t count);
// The same of single values: an order of all of the input's.
Array withValuesFrom(const Array& input, const Array& other, const std::vector<std::size_t>& order, std::size_t count);

Array meanColour(const Array& input);  // of each channel, everywhere
Array blurredAway(const Array& input); // by a tenth of the width, as the baseline "blurred"

} // namespace blurig
