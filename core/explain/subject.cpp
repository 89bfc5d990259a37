// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/subject.h"

#include "core/explain/reading.h"

#include <fmt/format.h>

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

OpenedSubject subjectOf(std::shared_ptr<const Model> model, std::shared_ptr<const Clip> clip, std::size_t patch,
                        BlurredAxes blurred) {
    if (patch >= clip->patches.size())
        throw Error(ErrorCode::Argument, "patch", fmt::format("the clip has no patch {}", patch),
                    fmt::format("Choose one from 0 to {}", clip->patches.size() - 1));
    std::vector<double> weights = atKey("blur", [&] { return axisWeights(blurred, clip->spec); });
    OpenedSubject opened = subjectOf(std::move(model), patchInput(*clip, patch), std::move(weights));
    opened.subject.clip = std::move(clip);
    opened.subject.patch = patch;
    opened.subject.blurred = blurred;
    return opened;
}

} // namespace blurig
