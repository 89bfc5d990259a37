// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/display.h"
#include "core/explain/subject.h"
#include "core/path/accumulation.h"
#include "core/render/svg_chart.h"
#include "core/scale/scale_space.h"

#include <memory>
#include <string>
#include <vector>

namespace blurig {

// What a film shows: a path over sigma of a subject, and how its maps are drawn. Runs no model.
struct FilmContent {
    Subject subject;
    Target target;
    Score score = Score::ClassScore;
    std::shared_ptr<const PathState> path; // over sigma, with cells
    Display display;
};

// The path played from its far end to the photo, even in log(1 + sigma/0.5): blurred input, LoG band, gradient and
// accumulated map over the scores along the path. The gradient is that of the nearest node. For one thread.
class Film {
public:
    Film(FilmContent content, int frames); // at least two

    int frames() const { return m_frames; }
    Raster frame(int index); // all of one size

private:
    double sigmaOf(int index) const;
    LineChart scores() const;

    FilmContent m_content;
    int m_frames;
    ScaleSpace m_space;
    Accumulation m_accumulation;
    ClipRange m_range; // of the whole map
    Raster m_photo;
    LineChart m_scores;
};

} // namespace blurig
