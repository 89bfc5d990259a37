// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/sound_choice.h"

#include "core/record/choice_parts.h"

#include <cmath>

namespace blurig {

namespace {

constexpr const char* patchKey = "patch";
constexpr const char* blurKey = "blur";
constexpr double mostPatches = 1e9;

} // namespace

std::optional<SoundChoice> soundOf(const Choice& choice, Reading reading) {
    if (!choice.pages.contains(SoundChoice::part))
        return std::nullopt;
    const PagePart& part = partOf(choice, SoundChoice::part);
    SoundChoice sound;
    const double patch = valueAt<double>(part, patchKey).value_or(0);
    if (patch >= 0 && patch < mostPatches && patch == std::floor(patch))
        sound.patch = static_cast<std::size_t>(patch);
    else if (reading == Reading::Strict)
        throw Error(ErrorCode::Argument, patchKey, "is not a whole number of at least 0", "Choose a patch of the clip");
    const std::string word = valueAt<std::string>(part, blurKey).value_or(std::string(name(BlurredAxes::Both)));
    sound.blurred = readWord(reading, BlurredAxes::Both,
                             [&] { return atKey(blurKey, [&word] { return parseBlurredAxes(word); }); });
    return sound;
}

void write(const SoundChoice& sound, Choice& choice) {
    choice.pages[SoundChoice::part] = {{patchKey, static_cast<double>(sound.patch)},
                                       {blurKey, std::string(name(sound.blurred))}};
}

} // namespace blurig
