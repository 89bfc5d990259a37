// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/input_options.h"

#include "app/cli/option_list.h"

namespace blurig {

void CropOption::declare(OptionList& options) {
    options.add({.name = "--crop",
                 .help =
                     "Part of the picture that the model sees: card (the rule of its card), padded or squashed (the "
                     "whole picture), or a rectangle X,Y,WIDTH,HEIGHT in pixels of the picture",
                 .value = "CROP"},
                m_text);
}

void ColoursOption::declare(OptionList& options) {
    options.add({.name = "--colours",
                 .help =
                     "Colours of a picture with a colour profile or gamma: used as-stored, like the pictures that most "
                     "models were trained on, or converted to srgb",
                 .value = "as-stored|srgb"},
                m_text);
}

} // namespace blurig
