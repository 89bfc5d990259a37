// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/audio/front_end.h"
#include "core/audio/patches.h"

#include <string>
#include <variant>

namespace blurig {

// The samples themselves.
struct Waveform {
    int sampleRate = 16'000; // Hz

    bool operator==(const Waveform&) const = default;
};

// A model's input of sound before normalisation ("z"): a patch of a spectrogram, channels x frequency x time, or of a
// waveform, channels x 1 x time. Sounds are mixed to one channel, which all channels repeat.
struct SoundSpec {
    std::variant<FrontEnd, Waveform> form;
    PatchRule patch; // in frames, or samples
    int channels = 1;
    // The network's axes: N (batch), C (channel), F (frequency) and T (time), in its order. C may be left out of one
    // channel; a waveform has 1 in place of F, which may be left out.
    std::string axisOrder = "NCFT";
    ValueRange range;

    bool operator==(const SoundSpec&) const = default;
};

const FrontEnd* frontEndOf(const SoundSpec& spec); // null of a waveform
int sampleRateOf(const SoundSpec& spec);           // Hz
double secondsPerStep(const SoundSpec& spec);      // of the patch rule's unit
double secondsOf(const SoundSpec& spec);           // of one patch: its frames or samples
ArrayLayout layoutOf(const SoundSpec& spec);       // of z, without batch axis

// What is wrong with an order of axes, as it follows "axis_order"; empty where nothing is.
std::string axisOrderFault(const std::string& order, const SoundSpec& spec);

} // namespace blurig
