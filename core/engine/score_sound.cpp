// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/score_sound.h"

#include "core/image/drawn_picture.h"
#include "core/model/class_ranking.h"
#include "core/render/sound_drawing.h"

namespace blurig {

namespace {

constexpr double shareOfReading = 0.5; // of the progress

ScoredClip scoredClip(const ScoreSound& request, const Model& model, const std::stop_token& stop,
                      const std::function<void(double)>& progress) {
    ScoredClip scored = request.known;
    if (!scored.clip)
        scored.clip = std::make_shared<const Clip>(readClip(request.file, soundSpec(*model.info()), stop,
                                                            [&](double done) { progress(shareOfReading * done); }));
    if (!scored.scores)
        scored.scores = std::make_shared<const ClipScores>(clipScores(
            model, *scored.clip, stop, [&](double done) { progress(shareOfReading + (1 - shareOfReading) * done); }));
    return scored;
}

Picture pictureOf(const Raster& drawing, const Sound& sound) {
    std::vector<std::uint8_t> rgb;
    rgb.reserve(3 * drawing.rgba->size() / 4);
    for (std::size_t at = 0; at < drawing.rgba->size(); at += 4)
        rgb.insert(rgb.end(), drawing.rgba->begin() + static_cast<std::ptrdiff_t>(at),
                   drawing.rgba->begin() + static_cast<std::ptrdiff_t>(at + 3));
    return drawnPicture(drawing.width, drawing.height, std::move(rgb), sound.name, sound.sha256);
}

// The whole drawing is the whole patch.
InputGeometry geometryOn(const Picture& drawn, const Array& z) {
    return {.modelWidth = static_cast<int>(z.width()),
            .modelHeight = static_cast<int>(z.height()),
            .source = {0, 0, static_cast<double>(drawn.width()), static_cast<double>(drawn.height())}};
}

} // namespace

ScoredSound scoreSound(const ScoreSound& request, const std::shared_ptr<const Model>& model,
                       const std::stop_token& stop, const std::function<void(double)>& progress) {
    ScoredSound scored;
    scored.clip = scoredClip(request, *model, stop, progress);
    if (stop.stop_requested())
        throw Cancelled();
    const Clip& clip = *scored.clip.clip;
    const Target top{{{bestClasses(scored.clip.scores->clip.host(), 1).front(), 1.0}}};
    const std::size_t patch = request.patch.value_or(bestPatch(*scored.clip.scores, top));
    scored.subject = subjectOf(model, scored.clip.clip, patch, request.blurred).subject;
    PreparedInput& prepared = scored.subject.prepared;
    scored.drawn = pictureOf(soundDrawing(prepared.z), clip.sound);
    prepared.geometry = geometryOn(scored.drawn, prepared.z);
    return scored;
}

} // namespace blurig
