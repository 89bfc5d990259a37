// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace blurig {

// A place on a path: sigma in model pixels, or 1 - alpha, as its kind says. Not a share of its way.
struct PathPosition {
    double value = 0;

    bool operator==(const PathPosition&) const = default;
};

} // namespace blurig
