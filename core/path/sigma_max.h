// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/explained.h"
#include "core/path/path_state.h"
#include "core/path/sink.h"
#include "core/scale/scale_space.h"

#include <span>
#include <stop_token>

namespace blurig {

enum class SigmaOrigin {
    Given,
    Evidence,
    Indifferent, // F(z) and F(mean colour) agree to rounding: there is nothing to go by
};

// How far the blur path goes, and why.
struct SigmaMax {
    SigmaOrigin origin = SigmaOrigin::Evidence;
    double sigma = 0;                                    // model px
    double scoreInput = 0;                               // F(z); not of a given sigma
    double scoreLimit = 0;                               // F(mean colour), of sigma = infinity
    double scoreLeft = 0;                                // |F - F(mean colour)| at sigma; not of a given sigma
    std::vector<std::shared_ptr<const PathNode>> probes; // forward passes at finite sigmas, ascending
    int forwards = 0;                                    // that the choice rests on, known ones included
    Cost cost;                                           // of those evaluated
};

// The sigmas that are probed for an input of this size, from that of the longest blurred axis, max(H, W) of a picture,
// down to about 1 sample by factors of sqrt(2). axisWeights: as of a ScaleSpace; empty: all axes are blurred.
std::vector<double> sigmaLadder(const ArrayLayout& layout, const std::vector<double>& axisWeights = {});

// The least probed sigma from which |F - F(mean)| <= 0.5 % of |F(z) - F(mean)| for all larger probed ones; max(H, W)
// where that never holds, or where F(z) and F(mean) agree to rounding. `known` nodes are used where they lie on the
// ladder. Throws Error, or Cancelled.
SigmaMax sigmaMaxByEvidence(const std::shared_ptr<const ScaleSpace>& space, const Explained& explained, Sink& sink,
                            const std::stop_token& stop, std::span<const std::shared_ptr<const PathNode>> known = {});

// The user's own sigma; F(mean colour) is still evaluated, to be shown beside it.
SigmaMax givenSigmaMax(const std::shared_ptr<const ScaleSpace>& space, double sigma, const Explained& explained,
                       Sink& sink, const std::stop_token& stop);

} // namespace blurig
