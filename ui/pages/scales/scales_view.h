// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path_state.h"
#include "core/scales/evolution.h"
#include "core/scales/octave_split.h"
#include "core/scales/scale_density.h"
#include "ui/engine/run_state.h"
#include "ui/engine/subject.h"
#include "ui/pages/scales/octave_measuring.h"
#include "ui/pages/scales/scales_choice.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace blurig::ui {

// One method's map by octave.
struct MethodOctaves {
    std::string method; // its id
    QString name;
    std::shared_ptr<const OctaveSplit> split; // null: on its way, or `why` not
    QString why = {};
};

// What the path says of a band: the part of the map, and its sum.
struct BandMap {
    ScaleBand band;
    Array map;
    double sum = 0;
};

struct RegionMasses {
    PixelRegion region;
    std::vector<double> masses; // of each interval of the path
};

// All that the Scales page shows, as it is known now; its parts belong to one subject, target and path. Written by
// ScalesFlow alone.
struct ScalesView {
    Subject subject;
    RunView run;
    std::shared_ptr<const PathState> path; // over sigma, ended; null: not yet, or another kind of path
    std::vector<DensityCell> density;
    std::vector<MethodOctaves> octaves; // Blur IG, IG, gradient x input
    std::optional<BandMap> band;
    std::optional<BandMap> second;
    std::vector<RegionMasses> regions;
    std::shared_ptr<const OctaveParts> parts;           // of the input
    std::shared_ptr<const Evolution> evolution;         // along the path
    std::shared_ptr<const Evolution> straightEvolution; // along IG's
    MeasuredOctaves measured;
    QString why = {}; // there is no path, in words
    QString labelsWhy = {};
};

} // namespace blurig::ui
