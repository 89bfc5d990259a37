// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/sound_choice.h"
#include "ui/engine/subject.h"

#include <optional>
#include <string>

namespace blurig::ui {

// A clip on its way to be shown.
struct SoundOpening {
    std::string file;
    std::string sha256 = {};               // empty: of the file as it is now
    std::optional<std::size_t> patch = {}; // none: the best
    BlurredAxes blurred = BlurredAxes::Both;
};

// A picture or sound, a model and a crop on their way to be shown.
struct Opening {
    enum class From {
        User,    // opened: a new step of the history, its target is the top class
        Session, // reopened: a figure, the command line, or back and forward
    };
    From from = From::User;
    Picture picture;                        // the shown one, or new; of a sound its drawing, once there is one
    std::optional<SoundOpening> sound = {}; // in place of a picture
    std::shared_ptr<const ModelInfo> model; // the shown one, or new
    std::string colours = "as-stored";      // as a Choice has it
    CropChoice crop;
    std::string target = "top";
    std::string score = "softmax";
    bool newPicture = false; // or a new sound: asked for; it is here unless `waitsForPicture`
    bool newModel = false;
    bool fitting = false; // that model is asked for since the one before does not take it
    bool waitsForPicture = false;
    bool waitsForModel = false;

    bool hasSource() const { return sound || !picture.empty(); }
};

// Whether what is shown, or on its way, is what a choice names; one that names none goes with any.
bool isPicture(const Picture& shown, const Choice& wanted);
bool isModel(const std::shared_ptr<const ModelInfo>& shown, const Choice& wanted);

bool namesSound(const Choice& wanted);
std::optional<SoundChoice> soundOf(const Subject& subject); // none of a picture

// A picture without a model may wait for one; a sound is nothing to see without the model's spectrogram.
bool isOfOtherKind(const ModelInfo* model, bool sound);

} // namespace blurig::ui
