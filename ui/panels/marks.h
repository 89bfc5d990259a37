// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/annotation.h"
#include "core/evaluate/run_mask.h"
#include "core/record/choice.h"
#include "core/scales/region_curve.h"

#include <vector>

namespace blurig::ui {

inline constexpr const char* marksId = "marks"; // of the part of the choice that holds them

// What the user marked on the photo, or took from an annotation: boxes, and a mask that was painted. In pixels of the
// photo, so that it stays where it is when the crop or the model changes.
struct Marks {
    std::vector<Box> boxes = {};
    RunMask painted = {};

    bool empty() const { return boxes.empty() && painted.empty(); }
    bool operator==(const Marks&) const = default;
};

Marks marksOf(const Choice& choice); // none where they are of another photo than the choice's
void setMarks(Choice& choice, const Marks& marks);
Marks marksOf(const std::vector<AnnotatedObject>& objects); // of one photo

// In model pixels, cut to the input; none where they do not meet it.
std::vector<PixelRegion> regionsOf(const std::vector<Box>& boxes, const InputGeometry& geometry);
Box boxOf(const PixelRegion& region, const InputGeometry& geometry);

// The pixels that lie in one of the boxes or are painted: of the input, or of the photo.
Mask maskOf(const Marks& marks, const InputGeometry& geometry);
Mask photoMaskOf(const Marks& marks, int width, int height);

} // namespace blurig::ui
