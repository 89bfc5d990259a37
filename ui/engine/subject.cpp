// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/subject.h"

#include "core/explain/crop_words.h"

#include <utility>

namespace blurig::ui {

blurig::Subject explainedSubject(const Subject& subject) {
    blurig::Subject explained;
    if (const auto& heard = subject.heard) { // its drawing is no picture
        explained.clip = heard->clip.clip;
        explained.patch = heard->patch;
        explained.blurred = heard->blurred;
        explained.axisWeights = heard->axisWeights;
    } else {
        explained.picture = subject.picture;
    }
    explained.model = subject.model;
    explained.crop = cropOf(subject.crop, Reading::Lenient);
    if (subject.input) {
        explained.prepared = subject.input->prepared;
        explained.classScores = subject.input->classScores;
    }
    return explained;
}

QString stepWord(const Subject& subject) {
    if (!subject.heard)
        return QStringLiteral("px");
    return frontEndOf(subject.heard->clip.clip->spec) ? QStringLiteral("bin") : QStringLiteral("sample");
}

Subject heardSubject(std::shared_ptr<const ModelInfo> model, const ScoredSound& sound) {
    const blurig::Subject& scored = sound.subject;
    return {.picture = sound.drawn,
            .model = std::move(model),
            .crop = {},
            .input = ScoredInput{scored.prepared, scored.classScores},
            .heard = HeardPatch{sound.clip, scored.patch, scored.blurred, scored.axisWeights}};
}

} // namespace blurig::ui
