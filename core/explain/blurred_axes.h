// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audio/sound_spec.h"

#include <string_view>
#include <vector>

namespace blurig {

// Which axes of a sound are blurred; each is a path of its own. A waveform has time only.
enum class BlurredAxes { Both, Frequency, Time };

std::string_view name(BlurredAxes axes);             // "both", "frequency", "time"
BlurredAxes parseBlurredAxes(std::string_view text); // throws Error (Argument) that lists them

// Weights of the scale space: one a spatial axis of z. Throws Error (Argument): a waveform has no frequencies.
std::vector<double> axisWeights(BlurredAxes axes, const SoundSpec& spec);

} // namespace blurig
