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

// How far the blur path goes, and why.
struct SigmaMax {
    double sigma = 0;       // model px
    double scoreInput = 0;  // F(z)
    double scoreLimit = 0;  // F(mean colour), of sigma = infinity
    double scoreLeft = 0;   // |F - F(mean colour)| at sigma
    bool byEvidence = true; // false: F(z) and F(mean colour) do not differ, so there is nothing to go by
    std::vector<std::shared_ptr<const PathNode>> probes; // forward passes, ascending; the input is among them
    Cost cost;
};

// The sigmas that are probed for a picture of this size, from max(H, W) down to about 1 px by factors of sqrt(2).
std::vector<double> sigmaLadder(const ArrayLayout& layout);

// The least probed sigma from which |F - F(mean)| <= 0.5 % of |F(z) - F(mean)| for all larger probed ones; max(H, W)
// where that never holds, or where F(z) and F(mean) agree to rounding. Throws Error, or Cancelled.
SigmaMax sigmaMaxByEvidence(const std::shared_ptr<const ScaleSpace>& space, const Explained& explained, Sink& sink,
                            const std::stop_token& stop);

} // namespace blurig
