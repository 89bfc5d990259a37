// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace blurig {

// Why a network has no gradient, as its program shows it.
struct GradientStop {
    std::string words;  // "has quantised layers, which have no gradient (quantized::conv2d)"
    std::string remedy; // "Open the model from before quantisation"

    bool operator==(const GradientStop&) const = default;
};

} // namespace blurig
