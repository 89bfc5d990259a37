// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/class_index.h"
#include "core/path/explained.h"
#include "core/path/path_state.h"
#include "core/path/sink.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace blurig {

// A part of a path on which one class has the greatest score.
struct LabelStretch {
    ClassIndex label = 0;
    double from = 0; // position, towards the input
    double to = 0;   // towards the far end
};

// How the prediction changes on the way from the input to the far end of a path (Fig 4 and 9 of the paper).
struct Evolution {
    std::vector<ClassIndex> classes;     // ever among the greatest at a node, by their greatest score
    std::vector<LabelStretch> stretches; // from the input on; a border lies within 1 % of its position
    int forwards = 0;                    // that the borders took

    std::optional<ClassIndex> secondLast() const; // the label before the input's, coming from the far end
};

// The classes that are among the `top` greatest at some node, without running a model; best first.
std::vector<ClassIndex> classesOnTheWay(const PathState& state, std::size_t top);

// Finds the borders by bisection, with forward passes only. What lies between two nodes of one label is not looked for.
// Throws Error, or Cancelled once the stop token is set.
Evolution evolutionOf(const PathState& state, const Explained& explained, std::size_t top, Sink& sink,
                      const std::stop_token& stop = {}); // nodes with class scores

} // namespace blurig
