// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audio/sound_spec.h"
#include "core/image/picture_spec.h"

#include <string>
#include <variant>

namespace blurig {

// An array as it comes, with its axes, which no file is made into.
struct ArraySpec {
    ArrayLayout layout; // without batch axis

    bool operator==(const ArraySpec&) const = default;
};

// What a model's input before normalisation ("z") is made of.
using InputSpec = std::variant<PictureSpec, ArraySpec, SoundSpec>;

ArrayLayout layoutOf(const InputSpec& spec); // of z, without batch axis
std::string sizeText(const InputSpec& spec); // "224 x 224", "1 x 64 x 400 (frequency x time)"
std::string kindText(const InputSpec& spec); // "pictures", "sounds", "arrays"

// Throws Error (ModelInput), which names the model, where it does not take pictures.
const PictureSpec& pictureSpec(const InputSpec& spec, const std::string& model);

// The same for sounds.
const SoundSpec& soundSpec(const InputSpec& spec, const std::string& model);

} // namespace blurig
