// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/display.h"

#include <optional>

namespace blurig {

class OptionList;

// --look, and what differs from its usual display: --smooth, --color-map, --channels, --sign, --clip, --clip-low,
// --opacity and --top-area.
class DisplayOptions {
public:
    void declare(OptionList& options);
    Display display() const; // throws Error (Argument)
    DisplayChoice choice() const;

private:
    std::string m_look = DisplayChoice().look;
    std::string m_colorMap;
    std::optional<std::string> m_reduction;
    std::optional<std::string> m_part;
    std::optional<double> m_smoothing;
    std::optional<double> m_clip;
    std::optional<double> m_clipLow;
    std::optional<double> m_opacity;
    std::optional<double> m_topArea;
};

} // namespace blurig
