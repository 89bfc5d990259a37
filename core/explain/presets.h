// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace blurig {

// A comparison that the paper shows; one line of the list each.
struct ComparePreset {
    const char* id;    // "fig-3"
    const char* label; // "Fig 3: Grad-CAM, IG (random), Blur IG"
    std::vector<PaneChoice> panes;
    std::optional<DisplayChoice> display; // where the figure has its own
};

std::span<const ComparePreset> comparePresets();
void applyPreset(Choice& choice, std::string_view id); // an id of the list

} // namespace blurig
