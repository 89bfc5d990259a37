// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/opening.h"

#include "core/audio/means_sound.h"
#include "core/explain/recorded.h"
#include "core/explain/resolve.h"

namespace blurig::ui {

bool namesSound(const Choice& wanted) {
    return soundOf(wanted, Reading::Lenient).has_value() || (!wanted.picture.empty() && meansSound(wanted.picture));
}

std::optional<SoundChoice> soundOf(const Subject& subject) {
    return subject.heard ? std::optional(SoundChoice{subject.heard->patch, subject.heard->blurred}) : std::nullopt;
}

bool isOfOtherKind(const ModelInfo* model, bool sound) {
    return sound != (model && std::holds_alternative<SoundSpec>(model->card.input));
}

bool isPicture(const Picture& shown, const Choice& wanted) {
    if (wanted.picture.empty())
        return true; // a choice without a picture goes with any
    return !shown.empty() && shown.colours() == coloursOf(wanted, Reading::Lenient) &&
           (wanted.pictureSha256.empty() ? shown.name() == wanted.picture : shown.sha256() == wanted.pictureSha256);
}

bool isModel(const std::shared_ptr<const ModelInfo>& shown, const Choice& wanted) {
    if (wanted.model.empty())
        return true;
    return shown && (wanted.modelSha256.empty() ? shown->file == wanted.model : shown->sha256 == wanted.modelSha256) &&
           (wanted.execution.empty() ? shown->asFiled == wanted.unfrozen
                                     : toText(shown->execution) == wanted.execution) &&
           (wanted.card.empty() || wanted.card == givenCard(*shown));
}

} // namespace blurig::ui
