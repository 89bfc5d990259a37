// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/mask.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace blurig {

// How well a map's greatest values lie within what people marked (Table 1 of the paper). The paper keeps
// MAE / (2 (1 - F1)) constant over its rows, as a binary map of the annotated area's size does: f1 and mae are of that.
struct Localisation {
    double area = 0;      // share of pixels that are marked
    double rocAuc = 0;    // of the values as they are; equal values count half
    double f1 = 0;        // of as many greatest values as pixels are marked; equal ones in the order of rows
    double mae = 0;       // of the same binary map: 2 area (1 - f1)
    double bestF1 = 0;    // over all thresholds
    double minMaxMae = 0; // of the map stretched to 0 to 1; 0.5 everywhere where it is flat
    double pointing = 0;  // 1: the greatest value is inside; of several equal ones, the share that is
};

// A plane whose ranks are known, to be compared with many masks: each costs one pass over the pixels. Immutable.
class LocalisedMap {
public:
    explicit LocalisedMap(std::span<const float> values);
    std::optional<Localisation> against(const Mask& mask) const; // of as many pixels; none as below

private:
    std::vector<std::uint32_t> m_places; // of the values, from the greatest on; equal ones in the order of rows
    std::vector<float> m_values;         // in this order
};

// values: a plane in the mask's pixels. None where nothing is marked, or everything.
std::optional<Localisation> localisation(std::span<const float> values, const Mask& mask);

} // namespace blurig
