// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/methods/parameter.h"
#include "core/record/choice.h"

#include <QString>

namespace blurig::ui {

// Between the words of a Choice and the values of requests.
QString startNameOf(const Parameters& parameters); // "F(blurred)", "F(black)": the far end of the method's path
QString sigmaText(double sigma);                   // "3.14", "31.4"

} // namespace blurig::ui
