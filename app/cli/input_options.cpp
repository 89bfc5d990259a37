// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/input_options.h"

#include <CLI/App.hpp>

namespace blurig {

void CropOption::declare(CLI::App& app) {
    app.add_option("--crop", m_text,
                   "Part of the picture that the model sees: card (the rule of its card), padded or squashed (the "
                   "whole picture), or a rectangle X,Y,WIDTH,HEIGHT in pixels of the picture")
        ->type_name("CROP")
        ->capture_default_str();
}

void ColoursOption::declare(CLI::App& app) {
    app.add_option("--colours", m_text,
                   "Colours of a picture with a colour profile or gamma: used as-stored, like the pictures that most "
                   "models were trained on, or converted to srgb")
        ->type_name("as-stored|srgb")
        ->capture_default_str();
}

} // namespace blurig
