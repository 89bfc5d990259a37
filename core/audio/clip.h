// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audio/sound.h"
#include "core/audio/sound_spec.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

namespace blurig {

// A sound as a model takes it: its whole spectrogram (or waveform), and how that is cut. Immutable once shared.
struct Clip {
    Sound sound;
    SoundSpec spec;
    Array whole; // 1 x frequency x time, or 1 x 1 x time
    std::vector<Patch> patches;
    std::vector<std::string> notes; // "is shorter than a patch (3.0 s): filled with silence"

    bool empty() const { return patches.empty(); }
};

// The sound has the rate of the specification. Throws Cancelled.
Clip clipOf(Sound sound, const SoundSpec& spec, const std::stop_token& stop = {},
            const std::function<void(double)>& progress = {});

// Throws what reading the sound throws.
Clip readClip(const std::filesystem::path& file, const SoundSpec& spec, const std::stop_token& stop = {},
              const std::function<void(double)>& progress = {});

Array patchInput(const Clip& clip, std::size_t patch); // z

double startOf(const Clip& clip, std::size_t patch); // s
double endOf(const Clip& clip, std::size_t patch);   // s, of the clip's own part

// The patch whose middle is nearest to that time. Throws Error (Argument) outside of the clip.
std::size_t patchAt(const Clip& clip, double seconds);

} // namespace blurig
