// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/request.h"
#include "core/explain/subject.h"
#include "core/record/choice.h"

#include <memory>
#include <optional>

namespace blurig::ui {

// What is explained: a picture, a model, and the picture as the model sees it. Its parts belong to each other.
struct Subject {
    Picture picture;
    std::shared_ptr<const ModelInfo> model;
    CropChoice crop;
    std::optional<ScoredInput> input; // of this picture, model and crop; none while one of them is missing
};

blurig::Subject explainedSubject(const Subject& subject); // as core has it

} // namespace blurig::ui
