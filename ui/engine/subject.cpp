// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/subject.h"

#include "core/explain/crop_words.h"

namespace blurig::ui {

blurig::Subject explainedSubject(const Subject& subject) {
    blurig::Subject explained;
    explained.picture = subject.picture;
    explained.model = subject.model;
    explained.crop = cropOf(subject.crop, Reading::Lenient);
    if (subject.input) {
        explained.prepared = subject.input->prepared;
        explained.classScores = subject.input->classScores;
    }
    return explained;
}

} // namespace blurig::ui
