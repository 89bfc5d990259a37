// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path_state.h"
#include "core/path/sink.h"
#include "core/scale/scale_space.h"
#include "core/scales/octave_bands.h"

#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace blurig {

// A part of an attribution by the octave of what was changed in the picture: signed sums over pixels and channels.
struct OctaveSums {
    std::vector<double> octaves;
    double mean = 0; // what the change of the mean colour brought

    double total() const;
};

// A map taken apart by octave: A_s = - int (P_s dgamma/dv) * dF/dgamma dv per pixel and channel, P_s projecting on the
// octave. The sum over octaves and the mean's part is the whole map. Which octave a *change of the picture* lay in, not
// which scale of the path: the position says when, the octave at which frequency.
struct OctaveSplit {
    std::vector<OctaveBand> bands;
    OctaveSums sums;
    // How much an octave holds where signs do not cancel has three meanings, which differ by up to two octaves: |sums|,
    // and these.
    std::vector<double> sumsOfMagnitudes;   // sum over pixels and channels of |A_s|
    std::vector<double> sumsOfCoefficients; // sum over coefficients of |int (W dgamma/dv)_k (W dF/dgamma)_k dv|
    std::vector<Array> maps;                // A_s of each octave; empty unless asked for
    Array meanMap;                          // the mean's part
    // Of one path over sigma: what each interval of it holds. rows.size() + 1 edges, sigma ascending in model px.
    std::vector<double> edges;
    std::vector<OctaveSums> rows;
};

struct OctaveSplitOptions {
    bool maps = true; // with sumsOfMagnitudes, which needs them; else that is empty
    Precision precision = Precision::Single;
};

// Of a run's paths, with the nodes and weights of their quadrature: no model runs. Several paths count equally, as in
// the run's map. Throws Error (Argument) where there is no path with a map, or the map is not an integral along it
// (IDGI); Cancelled once the stop token is set.
OctaveSplit octaveSplit(std::span<const std::shared_ptr<const PathState>> paths, const OctaveSplitOptions& options,
                        Sink& sink, const std::stop_token& stop = {});

} // namespace blurig
