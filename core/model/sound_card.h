// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audio/sound_spec.h"
#include "core/json/json.h"
#include "core/json/json_reader.h"

namespace blurig {

// Internal to the room: the part "input" of a card for sound, but for its kind, range and normalisation. What has no
// safe default must be said. Throws Error, which names the key.
SoundSpec readSpectrogramSpec(const JsonReader& input);
SoundSpec readWaveformSpec(const JsonReader& input);
Json soundSpecJson(const SoundSpec& spec);

} // namespace blurig
