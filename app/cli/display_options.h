// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/display.h"

namespace blurig {

class OptionList;

// --color-map, --channels, --sign, --clip, --clip-low, --style, --opacity and --top-area.
class DisplayOptions {
public:
    explicit DisplayOptions(DrawingStyle style = DrawingStyle::Map); // the default one
    void declare(OptionList& options);
    Display display() const; // throws Error (Argument)
    const DisplayChoice& choice() const { return m_choice; }

private:
    void checkNumbers() const;

    DisplayChoice m_choice;
};

} // namespace blurig
