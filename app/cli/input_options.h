// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/preprocess.h"

#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace blurig {

// --crop: which part of the photo the model sees.
class CropOption {
public:
    void declare(CLI::App& app);
    Crop crop() const; // throws Error (Argument)

private:
    std::string m_text = "card";
};

// --colours: what is done with a colour profile or gamma that a photo states.
class ColoursOption {
public:
    void declare(CLI::App& app);
    PictureOptions options() const; // throws Error (Argument)

private:
    std::string m_text = "as-stored";
};

Crop parseCrop(std::string_view text); // "card", "padded", "squashed", "X,Y,W,H"; throws Error (Argument)
std::string_view name(CropRule rule);  // "card", "padded", "squashed", "rectangle"

} // namespace blurig
