// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audio/front_end.h"

#include <vector>

namespace blurig {

double hertzToMel(double hertz, MelScale scale);
double melToHertz(double mel, MelScale scale);

std::vector<double> bandEdges(const FrontEnd& frontEnd);   // Hz, melBands + 2: band i spans edges i to i + 2
std::vector<double> bandCentres(const FrontEnd& frontEnd); // Hz, of its bands or bins

} // namespace blurig
