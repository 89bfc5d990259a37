// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/console.h"
#include "core/audio/means_sound.h"
#include "core/explain/clip_scores.h"

#include <memory>
#include <string>

namespace blurig {

// A clip as a model hears it, with its scores. Tells the notes of its decoding and how far it is. Throws Error: also
// where the model does not take sounds, or Cancelled after an interrupt.
struct OpenedClip {
    std::shared_ptr<const Clip> clip;
    ClipScores scores;
};
OpenedClip openClip(Console& console, const std::string& file, const Model& model);

std::string patchText(const Clip& clip, std::size_t patch); // "patch 1 (of 0 to 2), 2.99 to 5.98 s of FILE"

} // namespace blurig
