// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audio/clip.h"

#include "core/array/torch_access.h"
#include "core/audio/spectrogram.h"
#include "core/error.h"

#include <ATen/core/Tensor.h>
#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace blurig {
namespace {

float silenceOf(const SoundSpec& spec) {
    const FrontEnd* frontEnd = frontEndOf(spec);
    return frontEnd ? silence(*frontEnd) : 0.0F;
}

Array withRange(const Array& array, const ValueRange& range) {
    ArrayLayout layout = array.layout();
    layout.range = range;
    return arrayOf(tensorOf(array), std::move(layout));
}

} // namespace

Clip clipOf(Sound sound, const SoundSpec& spec, const std::stop_token& stop,
            const std::function<void(double)>& progress) {
    assert(sound.rate == sampleRateOf(spec));
    Clip clip{.spec = spec};
    const FrontEnd* frontEnd = frontEndOf(spec);
    clip.whole =
        withRange(frontEnd ? spectrogram(sound.samples, *frontEnd, stop, progress) : sound.samples, spec.range);
    clip.patches = patchesOf(clip.whole.layout().axes.back().size, spec.patch);
    clip.notes = sound.notes;
    if (clip.patches.front().filled > 0)
        clip.notes.push_back(
            fmt::format("is shorter than the {:.2f} s that the model takes: filled with silence", secondsOf(spec)));
    clip.sound = std::move(sound);
    return clip;
}

Clip readClip(const std::filesystem::path& file, const SoundSpec& spec, const std::stop_token& stop,
              const std::function<void(double)>& progress) {
    return clipOf(readSound(file, {.rate = sampleRateOf(spec), .progress = progress, .stop = stop}), spec, stop);
}

Array patchInput(const Clip& clip, std::size_t patch) {
    const Array one = patchOf(clip.whole, clip.patches.at(patch), silenceOf(clip.spec));
    if (clip.spec.channels == 1)
        return one;
    ArrayLayout layout = one.layout();
    layout.channels = clip.spec.channels;
    const at::Tensor tensor = tensorOf(one);
    return arrayOf(tensor.repeat({clip.spec.channels, 1, 1}), std::move(layout));
}

double startOf(const Clip& clip, std::size_t patch) {
    return static_cast<double>(clip.patches.at(patch).first) * secondsPerStep(clip.spec);
}

double endOf(const Clip& clip, std::size_t patch) {
    const Patch& of = clip.patches.at(patch);
    return std::min(static_cast<double>(of.first + of.length) * secondsPerStep(clip.spec), clip.sound.seconds());
}

std::size_t patchAt(const Clip& clip, double seconds) {
    if (!(seconds >= 0 && seconds <= clip.sound.seconds()))
        throw Error(ErrorCode::Argument, "", fmt::format("{} s lies outside of the clip", seconds),
                    fmt::format("Give a time from 0 to {:.2f} s", clip.sound.seconds()));
    std::size_t best = 0;
    const auto distance = [&](std::size_t patch) {
        return std::abs(startOf(clip, patch) + 0.5 * secondsOf(clip.spec) - seconds);
    };
    for (std::size_t patch = 1; patch < clip.patches.size(); ++patch)
        if (distance(patch) < distance(best))
            best = patch;
    return best;
}

} // namespace blurig
