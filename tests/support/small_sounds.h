// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audio/sound_spec.h"

namespace blurig::test {

constexpr int smallRate = 8000; // Hz

// Eight mel bands at that rate in patches of 13 frames, every 5; values to `high`.
SoundSpec smallSpectrograms(double high);

} // namespace blurig::test
