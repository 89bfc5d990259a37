// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/annotation.h"
#include "core/record/choice.h"
#include "core/scales/region_curve.h"

#include <vector>

namespace blurig::ui {

inline constexpr const char* marksId = "marks"; // of the part of the choice that holds them

// The boxes that the user drew on the photo, or took from an annotation: in pixels of the photo, so that they stay
// where they are when the crop or the model changes.
std::vector<Box> markedBoxesOf(const Choice& choice);
void setMarkedBoxes(Choice& choice, const std::vector<Box>& boxes);

// In model pixels, cut to the input; none where they do not meet it.
std::vector<PixelRegion> regionsOf(const std::vector<Box>& boxes, const InputGeometry& geometry);
Box boxOf(const PixelRegion& region, const InputGeometry& geometry);
// The pixels of the input that lie in one of the boxes.
Mask maskOf(const std::vector<Box>& boxes, const InputGeometry& geometry);

} // namespace blurig::ui
