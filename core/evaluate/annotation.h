// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/preprocess.h"
#include "core/render/mask.h"

#include <string>
#include <utility>
#include <vector>

namespace blurig {

// In pixels of the photo; pixel (0, 0) covers [0, 1) x [0, 1).
struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    bool operator==(const Box&) const = default;
};

// One object that people marked: a box, or the pixels themselves.
struct AnnotatedObject {
    std::string name; // as the file has it: a WordNet id, a category
    Box box;
    Mask mask = {}; // of the photo's size; empty: the box is all there is
};

// What is marked in one photo.
struct Annotation {
    std::string file;  // that says so
    std::string photo; // its name, as the file has it
    int width = 0;     // of the photo; 0: not said
    int height = 0;
    std::vector<AnnotatedObject> objects;
};

// All pixels of these objects, in the photo's pixels: a pixel is inside a box where its centre is. `notes` hears of
// objects that lie outside the photo, wholly or in part.
Mask maskOf(const std::vector<AnnotatedObject>& objects, int width, int height, std::vector<std::string>& notes);

// The same in model pixels: what is marked at the centre of each; outside of the photo nothing is.
Mask inModelPixels(const Mask& photo, const InputGeometry& geometry);

Mask boxMask(const Box& box, int width, int height);
std::size_t insideOf(const Mask& mask); // pixels

} // namespace blurig
