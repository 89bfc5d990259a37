// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "core/path/accumulation.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace blurig {

// What the four panes show at one scale, from what is known. Each of a frame's parts belongs to this sigma, but for the
// gradient, which says its own.
struct FrameRequest {
    Array input;                           // what is blurred
    std::vector<double> axisWeights = {};  // as of a ScaleSpace
    std::shared_ptr<const PathState> path; // may be null: no gradient and no map yet
    double sigma = 0;
    std::uint64_t serial = 0; // grows; handed through
};

struct Frame {
    std::uint64_t serial = 0;
    double sigma = 0;
    Array blurred;
    Array laplacian;
    Array gradient; // of the nearest node; empty without a path
    double gradientSigma = 0;
    Array accumulated; // from the far end down to sigma; empty without a map
    std::optional<double> accumulatedSum;
    Array input; // the request's
    std::shared_ptr<const PathState> path;
    std::optional<Error> error; // why the parts above are missing: there was no memory for them
};

// A second thread that answers the latest request only, so that a scrub never waits for the engine or the window.
class FrameWorker {
public:
    explicit FrameWorker(std::function<void()> wake); // called on the worker's thread; must return at once
    ~FrameWorker();
    FrameWorker(const FrameWorker&) = delete;
    FrameWorker& operator=(const FrameWorker&) = delete;

    void ask(FrameRequest request);      // replaces one that still waits
    std::shared_ptr<const Frame> take(); // the latest frame since the last take(), or null

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace blurig
