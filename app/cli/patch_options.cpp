// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/patch_options.h"

#include "app/cli/error_place.h"
#include "app/cli/option_list.h"

#include <fmt/format.h>

#include <charconv>

namespace blurig {

void PatchOptions::declare(OptionList& options) {
    options.add(
        {.name = "--patch",
         .help = "Patch of the clip that is explained, counted from 0 (default: where the target scores highest)",
         .value = "N",
         .group = "Sound"},
        m_patch);
    options.add({.name = "--at", .help = "The patch around this time", .value = "SECONDS", .group = "Sound"}, m_at);
    options.add({.name = "--blur",
                 .help = "Axes of the spectrogram that are blurred (default: both)",
                 .value = "both|frequency|time",
                 .group = "Sound"},
                m_blur);
}

void PatchOptions::requireNone() const {
    const char* given = m_patch ? "--patch" : m_at ? "--at" : m_blur ? "--blur" : nullptr;
    if (given)
        throw Error(ErrorCode::Argument, given, "is used only with a sound", "Leave it out of a command on a picture");
}

BlurredAxes PatchOptions::blurred() const {
    return m_blur ? asOption("--blur", [this] { return parseBlurredAxes(*m_blur); }) : BlurredAxes::Both;
}

PatchOptions::Chosen PatchOptions::patch(const Clip& clip, const ClipScores& scores, const Target& target) const {
    if (m_patch && m_at)
        throw Error(ErrorCode::Argument, "--at", "cannot be given with --patch", "Leave out one of the two");
    if (m_at)
        return {asOption("--at", [&] { return patchAt(clip, *m_at); }), "as chosen"};
    if (!m_patch)
        return {bestPatch(scores, target), "in which the target scores highest"};
    std::size_t patch = 0;
    const char* end = m_patch->data() + m_patch->size();
    const auto [next, error] = std::from_chars(m_patch->data(), end, patch);
    if (error != std::errc{} || next != end || patch >= clip.patches.size())
        throw Error(ErrorCode::Argument, "--patch", fmt::format("\"{}\" is not a patch of the clip", *m_patch),
                    fmt::format("Give a whole number from 0 to {}", clip.patches.size() - 1));
    return {patch, "as chosen"};
}

} // namespace blurig
