// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/subject.h"

#include "core/explain/reading.h"

#include <utility>

namespace blurig {

namespace {

Subject scored(Subject subject) {
    subject.classScores = subject.model->classScores(asBatch(subject.prepared.z)).front();
    return subject;
}

} // namespace

Subject subjectOf(std::shared_ptr<const Model> model, Picture picture, const Crop& crop) {
    Subject subject;
    subject.prepared = atKey("crop", [&] { return prepareInput(picture, pictureSpec(*model), crop); });
    subject.picture = std::move(picture);
    subject.model = std::move(model);
    subject.crop = crop;
    return scored(std::move(subject));
}

Subject subjectOf(std::shared_ptr<const Model> model, Array input) {
    Subject subject;
    subject.model = std::move(model);
    subject.prepared.z = std::move(input);
    return scored(std::move(subject));
}

} // namespace blurig
