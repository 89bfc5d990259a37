// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"
#include "core/scales/region_curve.h"
#include "core/scales/scale_density.h"

#include <optional>
#include <string>
#include <vector>

namespace blurig::ui {

inline constexpr const char* scalesPageId = "scales";

// An interval of sigma, model px.
struct ScaleBand {
    double from = 0;
    double to = 0;

    bool operator==(const ScaleBand&) const = default;
};

// The Scales page's part of the choice.
struct ScalesChoice {
    std::optional<ScaleBand> band;   // none: the bulk
    std::optional<ScaleBand> second; // beside it
    DensityAxis axis = DensityAxis::LogScale;
    std::string method = "blur-ig";     // whose octave is shown
    std::optional<int> octave;          // none: the one with the greatest sum
    std::vector<PixelRegion> regions{}; // whose contributions are followed

    bool operator==(const ScalesChoice&) const = default;
};

ScalesChoice scalesChoiceOf(const Choice& choice); // what is unknown or makes no sense is left out
void setScalesChoice(Choice& choice, const ScalesChoice& part);

} // namespace blurig::ui
