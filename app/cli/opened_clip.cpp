// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/opened_clip.h"

#include "app/cli/interrupt.h"
#include "core/error.h"

#include <fmt/format.h>

namespace blurig {

OpenedClip openClip(Console& console, const std::string& file, const Model& model) {
    const SoundSpec& spec = soundSpec(*model.info());
    const auto tell = [&console, &file](double done) {
        throwIfInterrupted();
        console.progress(fmt::format("reading {}, {:.0f} %", file, 100 * done));
    };
    OpenedClip opened;
    opened.clip = std::make_shared<const Clip>(readClip(file, spec, {}, tell));
    console.endProgress();
    for (const std::string& note : opened.clip->notes)
        console.note(fmt::format("{}: {}", file, note));
    opened.scores = clipScores(model, *opened.clip, {}, [&](double done) {
        throwIfInterrupted();
        console.progress(fmt::format("scoring {} patches, {:.0f} %", opened.clip->patches.size(), 100 * done));
    });
    console.endProgress();
    return opened;
}

std::string patchText(const Clip& clip, std::size_t patch) {
    const std::string which = clip.patches.size() == 1
                                  ? "the only patch"
                                  : fmt::format("patch {} of 0 to {}", patch, clip.patches.size() - 1);
    return fmt::format("{}, {:.2f} to {:.2f} s of {}", which, startOf(clip, patch), endOf(clip, patch),
                       clip.sound.name);
}

} // namespace blurig
