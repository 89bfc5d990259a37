// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/subject.h"

#include "core/explain/reading.h"

#include <utility>

namespace blurig {

OpenedSubject subjectOf(std::shared_ptr<const Model> model, Picture picture, const Crop& crop) {
    PreparedInput prepared = atKey("crop", [&] { return prepareInput(picture, pictureSpec(*model->info()), crop); });
    Subject subject{.picture = std::move(picture), .model = model->info(), .crop = crop};
    subject.classScores = model->classScores(asBatch(prepared.z)).front();
    subject.prepared = std::move(prepared);
    return {std::move(model), std::move(subject)};
}

OpenedSubject subjectOf(std::shared_ptr<const Model> model, Array input, std::vector<double> axisWeights) {
    Subject subject{.model = model->info(), .classScores = model->classScores(asBatch(input)).front()};
    subject.prepared.z = std::move(input);
    subject.axisWeights = std::move(axisWeights);
    return {std::move(model), std::move(subject)};
}

} // namespace blurig
