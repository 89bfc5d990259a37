// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "encoders.h"

// ICC profiles, made by LittleCMS.
namespace blurig::test {

Samples srgbProfile();
Samples rgbProfile(double gamma, const std::string& title); // sRGB's primaries, light is number^gamma
Samples displayP3Profile();                                 // sRGB's curve, wider primaries
Samples greyProfile(double gamma);
// Of a printer whose numbers in sRGB are the squares of what inks leave: ((1 - ink) * (1 - black))^2.
Samples inkProfile();

} // namespace blurig::test
