// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <cstdint>
#include <span>
#include <vector>

namespace blurig {

// What becomes of the end of a clip that no whole patch reaches.
enum class LastPatch {
    Aligned, // one more patch, which ends with the clip
    Padded,  // one more patch in step, filled with silence
    Dropped,
};

// How a clip is cut for a model: in frames of a spectrogram, or samples of a waveform.
struct PatchRule {
    std::int64_t length = 0;
    std::int64_t hop = 0; // from one patch to the next
    LastPatch last = LastPatch::Aligned;

    bool operator==(const PatchRule&) const = default;
};

struct Patch {
    std::int64_t first = 0;
    std::int64_t length = 0;
    std::int64_t filled = 0; // of the length, beyond the clip: silence

    bool operator==(const Patch&) const = default;
};

// The patches of a clip of so many frames, in order; at least one. A clip shorter than a patch is filled with silence,
// whatever the rule.
std::vector<Patch> patchesOf(std::int64_t frames, const PatchRule& rule);

// C x axes of the patch, from the whole clip's; time is the last axis.
Array patchOf(const Array& whole, const Patch& patch, float silence);

// One map of the whole clip of maps of its patches: their mean where they overlap, 0 where no patch lies.
Array stitched(std::span<const Array> maps, std::span<const Patch> patches, std::int64_t frames);

} // namespace blurig
