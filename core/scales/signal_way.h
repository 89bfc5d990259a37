// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/path/path.h"
#include "core/scales/causality.h"

#include <vector>

namespace blurig {

// What happens to one local extremum of a signal on its way.
struct FollowedExtremum {
    SignalExtremum at;
    bool enhanced = false; // the tangent makes it stronger
    bool created = false;  // it has no counterpart at the place before
    bool dies = false;     // it has none at the next place
};

struct SignalPlace {
    double position = 0; // on the path
    std::vector<float> values;
    std::vector<FollowedExtremum> extrema;
};

// A signal on its way from the input to the far end of a path (Fig 2 of the paper).
struct SignalWay {
    std::vector<SignalPlace> places; // from the input on, even in the path's natural variable

    int created() const; // over all places
    int enhanced() const;
    int extrema() const;
};

// path: of arrays of one channel and one axis. `steps` intervals, at least one. Extrema of neighbouring places are put
// together so that as few as possible are created and die; of all such ways, in the one in which they move least.
SignalWay followSignal(const Path& path, int steps);

Array signalArray(std::vector<float> values);        // one channel, one axis, range 0 to 1
Array rowOf(const Array& picture, std::int64_t row); // the mean over channels
Array meanOfChannels(const Array& picture);          // 1 x H x W

} // namespace blurig
