// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/blurred_axes.h"
#include "core/explain/clip_scores.h"

#include <optional>
#include <string>

namespace blurig {

class OptionList;

// --patch, --at and --blur: which part of a clip is explained, and along which axes it is blurred.
class PatchOptions {
public:
    void declare(OptionList& options);

    void requireNone() const; // of a picture; throws Error (Argument)
    BlurredAxes blurred() const;

    struct Chosen {
        std::size_t patch = 0;
        std::string why; // "in which the target scores highest"
    };
    Chosen patch(const Clip& clip, const ClipScores& scores, const Target& target) const; // throws Error (Argument)

private:
    std::optional<std::string> m_patch;
    std::optional<double> m_at;
    std::optional<std::string> m_blur;
};

} // namespace blurig
