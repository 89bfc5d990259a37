// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/audio/front_end.h"

#include <cstdint>
#include <functional>
#include <stop_token>

namespace blurig {

// What the front end makes of samples (1 x 1 x T, at its rate): 1 x frequency x time, low frequencies first. frequency
// is counted in mel bands, or in Hz where there are none; time in s. `progress` hears the share that is done. Memory
// beside samples and result is bounded. Throws Cancelled.
Array spectrogram(const Array& samples, const FrontEnd& frontEnd, const std::stop_token& stop = {},
                  const std::function<void(double)>& progress = {});

Axis frequencyAxis(const FrontEnd& frontEnd);
Axis frameAxis(const FrontEnd& frontEnd, std::int64_t frames);

float silence(const FrontEnd& frontEnd); // the value of a frame without sound

} // namespace blurig
