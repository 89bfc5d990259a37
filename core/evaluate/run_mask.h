// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/annotation.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace blurig {

// A straight piece of a brush's way with its round ends, in pixels of the photo.
struct BrushStroke {
    double fromX = 0;
    double fromY = 0;
    double toX = 0;
    double toY = 0;
    double radius = 1;
};

// A mask of a photo as COCO's runs: down the columns, what is inside. A stroke costs as much as it is wide, however
// large the photo. Immutable.
class RunMask {
public:
    RunMask() = default; // of no photo
    RunMask(int width, int height);
    explicit RunMask(const Mask& mask);

    int width() const { return m_width; }
    int height() const { return m_height; }
    bool empty() const { return m_runs.empty(); } // nothing is inside

    // A pixel is of the stroke where its centre is, and the one under the stroke's middle always is.
    RunMask with(const BrushStroke& stroke) const;
    RunMask without(const BrushStroke& stroke) const;

    Mask mask() const; // of the photo's pixels

    // "640x480 06T10": width, height, and COCO's compressed counts. None of a text that is not one.
    std::string text() const;
    static std::optional<RunMask> ofText(std::string_view text);

    bool operator==(const RunMask&) const = default;

private:
    friend Mask inModelPixels(const RunMask& photo, const InputGeometry& geometry);
    struct Run { // of places counted down the columns; up to `to`, without it
        std::int64_t from = 0;
        std::int64_t to = 0;

        bool operator==(const Run&) const = default;
    };
    using Runs = std::vector<Run>; // ascending; between two there is a gap

    Runs runsOfStroke(const BrushStroke& stroke) const;

    int m_width = 0;
    int m_height = 0;
    Runs m_runs;
};

// What is marked at the centre of each model pixel, as of a Mask.
Mask inModelPixels(const RunMask& photo, const InputGeometry& geometry);

} // namespace blurig
