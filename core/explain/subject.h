// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audio/clip.h"
#include "core/explain/blurred_axes.h"
#include "core/image/picture.h"
#include "core/image/preprocess.h"
#include "core/model/model.h"

#include <memory>
#include <vector>

namespace blurig {

// What is explained: a picture, or a patch of a clip, as a model sees it. An input of another kind has neither and lies
// in `prepared.z`. Immutable once shared.
struct Subject {
    Picture picture;
    std::shared_ptr<const ModelInfo> model;
    Crop crop;
    PreparedInput prepared;                // z and, of a picture, where it lies
    Array classScores;                     // 1 x K, of z
    std::vector<double> axisWeights = {};  // of z's scale space: one an axis, 0 to leave it; empty: all 1
    std::shared_ptr<const Clip> clip = {}; // null of a picture
    std::size_t patch = 0;                 // of the clip, counted from 0
    BlurredAxes blurred = BlurredAxes::Both;
};

// A subject with what computes it.
struct OpenedSubject {
    std::shared_ptr<const Model> model;
    Subject subject; // of this model
};

// One forward pass. Throws what preparing and running throw.
OpenedSubject subjectOf(std::shared_ptr<const Model> model, Picture picture, const Crop& crop);
OpenedSubject subjectOf(std::shared_ptr<const Model> model, Array input, // of the model's input layout
                        std::vector<double> axisWeights = {});
// Throws Error (Argument) whose place is "patch" or "blur", too.
OpenedSubject subjectOf(std::shared_ptr<const Model> model, std::shared_ptr<const Clip> clip, std::size_t patch,
                        BlurredAxes blurred = BlurredAxes::Both);

} // namespace blurig
