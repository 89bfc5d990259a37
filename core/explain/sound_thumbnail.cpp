// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/sound_thumbnail.h"

#include "core/audio/sound.h"
#include "core/audio/spectrogram.h"
#include "core/render/sound_drawing.h"

#include <algorithm>

namespace blurig {

Raster soundThumbnail(const std::filesystem::path& file) {
    constexpr std::int64_t longest = 60; // s
    const FrontEnd frontEnd;
    const Sound sound = readSound(file, {.rate = frontEnd.sampleRate});
    ArrayLayout beginning = sound.samples.layout();
    beginning.axes.back().size = std::min(sound.length(), longest * frontEnd.sampleRate);
    const std::span<const float> samples = sound.samples.host().first(static_cast<std::size_t>(beginning.elements()));
    const Array bands = spectrogram(Array::fromHost(beginning, {samples.begin(), samples.end()}), frontEnd);
    ArrayLayout layout = bands.layout();
    layout.range = {0, static_cast<double>(std::max(1e-6F, std::ranges::max(bands.host()))), {}};
    return soundDrawing(Array::fromHost(layout, {bands.host().begin(), bands.host().end()}));
}

} // namespace blurig
