// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace blurig {

// A scale. In pixels of the model, never of the photo, and not a place on a logarithmic axis.
struct Sigma {
    double pixels = 0;

    bool operator==(const Sigma&) const = default;
};

} // namespace blurig
