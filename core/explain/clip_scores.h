// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audio/clip.h"
#include "core/model/model.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace blurig {

// Class scores of a clip.
struct ClipScores {
    std::vector<Array> patches; // each 1 x K
    Array clip;                 // 1 x K: their mean
};

// One forward pass a patch; `progress` hears the share that is done. Throws Error, or Cancelled.
ClipScores clipScores(const Model& model, const Clip& clip, const std::stop_token& stop = {},
                      const std::function<void(double)>& progress = {});

// Where the target scores highest; of equal ones the first.
std::size_t bestPatch(const ClipScores& scores, const Target& target);

} // namespace blurig
