// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/blurred_axes.h"
#include "core/explain/reading.h"
#include "core/record/choice.h"

#include <cstddef>
#include <optional>

namespace blurig {

// A choice's part of its own for a sound, whose file stands where a picture's does.
struct SoundChoice {
    static constexpr const char* part = "sound";

    std::size_t patch = 0; // counted from 0
    BlurredAxes blurred = BlurredAxes::Both;

    bool operator==(const SoundChoice&) const = default;
};

std::optional<SoundChoice> soundOf(const Choice& choice, Reading reading); // none of a picture
void write(const SoundChoice& sound, Choice& choice);

} // namespace blurig
