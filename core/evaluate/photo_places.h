// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cmath>
#include <vector>

namespace blurig {

// Along one axis: which pixel of the photo lies at the centre of each model pixel; -1: outside of the photo.
inline std::vector<int> photoPlaces(double first, double step, int modelSize, int photoSize) {
    std::vector<int> places;
    for (int i = 0; i < modelSize; ++i) {
        const double place = std::floor(first + (i + 0.5) * step);
        places.push_back(place >= 0 && place < photoSize ? static_cast<int>(place) : -1);
    }
    return places;
}

} // namespace blurig
