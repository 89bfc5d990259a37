// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"
#include "core/render/map_render.h"

namespace CLI {
class App;
}

namespace blurig {

// How maps are drawn, checked.
struct Display {
    const ColorMap* colors = nullptr;
    ChannelReduction reduction = ChannelReduction::Sum;
    double clipPercentile = 99;
    double opacity = 0.8;

    std::string description() const; // for a figure's footer
};

// --color-map, --channels, --clip and --opacity.
class DisplayOptions {
public:
    void declare(CLI::App& app);
    Display display() const; // throws Error (Argument)
    const DisplayChoice& choice() const { return m_choice; }

private:
    DisplayChoice m_choice;
};

} // namespace blurig
