// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/look_defaults.h"

#include <string>

namespace blurig {

namespace {

// Signed values as they are, none of them left out.
DisplayChoice plain(std::string_view look) {
    DisplayChoice display;
    display.look = std::string(look);
    display.reduction = std::string("sum");
    display.part = std::string("signed");
    display.clipPercentile = 99;
    display.clipLowPercentile = 0;
    display.smoothing = 0;
    return display;
}

} // namespace

DisplayChoice displayOfLook(std::string_view look) {
    if (look == "signed" || look == "pixels" || look == "masked")
        return plain(look);
    if (look == "overlay") {
        DisplayChoice display = plain(look);
        display.opacity = 0.8;
        return display;
    }
    if (look == "outline") { // a map of grains has no outline to follow
        DisplayChoice display = plain(look);
        display.smoothing = 4.5;
        return display;
    }
    return {};
}

} // namespace blurig
