// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"

#include <span>
#include <vector>

namespace blurig {

// The path of Guided IG from a baseline to the input, in float64. Step k of n, counted from 0, ends at L1 distance
// (1 - (k + 1) / n) of the whole from the input; every value stays within `maxDistance` of alpha = (k + 1) / n.
class GuidedWalk {
public:
    GuidedWalk(const Array& input, const Array& baseline, int steps, double fraction, double maxDistance);

    bool isDone() const { return m_step == m_steps; } // at once where input and baseline are equal
    Array point() const;                              // float32: where the next step's gradient is needed
    void step(std::span<const float> gradient);       // dF/dz at point()

    Array map() const;  // float32, of the steps so far: sum of moves times gradients
    double sum() const; // of the map, in float64

private:
    std::vector<double> straight(double alpha) const; // the straight path's point
    void catchUp(double alpha);                       // those that fell behind
    double distance() const;                          // L1, to the input
    // Moves those of least rank to their ends, not further than to the target distance; true once it is reached.
    bool moveLeast(const std::vector<double>& ends, double target, std::vector<double>& ranks);

    ArrayLayout m_layout;
    std::vector<double> m_input;
    std::vector<double> m_baseline;
    std::vector<double> m_point;
    std::vector<double> m_map;
    int m_steps;
    int m_step = 0;
    double m_fraction;
    double m_maxDistance;
    double m_length; // L1, from baseline to input
};

} // namespace blurig
