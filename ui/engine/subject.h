// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/request.h"
#include "core/explain/subject.h"
#include "core/record/choice.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace blurig::ui {

// A patch of a clip that is explained.
struct HeardPatch {
    ScoredClip clip;
    std::size_t patch = 0;
    BlurredAxes blurred = BlurredAxes::Both;
    std::vector<double> axisWeights; // of the blur
};

// What is explained: a picture or a sound, a model, and the picture or the patch as the model sees it. Its parts belong
// to each other.
struct Subject {
    Picture picture; // of a sound, the drawing of its patch
    std::shared_ptr<const ModelInfo> model;
    CropChoice crop;
    std::optional<ScoredInput> input;     // of this picture, model and crop; none while one of them is missing
    std::optional<HeardPatch> heard = {}; // of a sound

    std::vector<double> axisWeights() const { return heard ? heard->axisWeights : std::vector<double>(); }
};

Subject heardSubject(std::shared_ptr<const ModelInfo> model, const ScoredSound& sound);

QString stepWord(const Subject& subject); // of z's axes: "px", "bin", "sample"

blurig::Subject explainedSubject(const Subject& subject); // as core has it

} // namespace blurig::ui
