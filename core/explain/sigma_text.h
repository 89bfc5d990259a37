// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/subject.h"

#include <string>

namespace blurig {

// sigma in the steps of z's axes and in their units: "3.2 px"; of a sound "3.2 mel bands (99 Hz at 1 kHz) and frames
// (51 ms)", of the blurred axes.
std::string sigmaText(const Subject& subject, double sigma);

std::string sigmaAxis(const Subject& subject); // title of an axis: "sigma, px of the model"

// In the units of the blurred axes alone: "99 Hz at 1 kHz, 51 ms". Of a sound.
std::string sigmaInUnits(const Subject& subject, double sigma);

std::string sigmaUnit(const Subject& subject); // in short: "px", "bins", "bands", "frames", "samples"

} // namespace blurig
