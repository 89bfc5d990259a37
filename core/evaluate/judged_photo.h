// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/annotation.h"
#include "core/evaluate/dataset.h"
#include "core/evaluate/judged_method.h"
#include "core/explain/explain.h"

#include <optional>
#include <string>
#include <vector>

namespace blurig {

// A photo of a data set as it was read: pixels and what is annotated, in the same turn.
struct ReadPhoto {
    DatasetPhoto photo;
    Picture picture;
    std::optional<Annotation> annotation;
};

// Where the annotation's size fits the picture only without its EXIF rotation, it is not rotated. Throws Error: what
// reading throws, Argument where the sizes do not fit at all.
ReadPhoto readPhoto(const DatasetPhoto& photo);

// The photo as the model sees it, with what is to be explained.
struct JudgedPhoto {
    OpenedSubject opened;
    std::string label; // what it is said to be: of the labels, else of its annotation; empty: nothing says so
    Target target;     // the label's class or classes, else the prediction
    ClassIndex predicted = 0;
    std::optional<bool> correct;   // the prediction is the label; none without a label
    std::optional<Mask> photoMask; // of what is called as the label, where something is, else of all
    std::vector<std::string> notes;
};

// Throws Error: also where no class is called as the label.
JudgedPhoto judgedPhoto(const std::shared_ptr<const Model>& model, const ReadPhoto& read, const Crop& crop);

// The label's class by index, WordNet id or name, or all classes under that noun. Throws Error (Target).
Target targetOfLabel(const std::string& label, const ModelInfo& model);

// The method's map for the photo: computed, or read. Throws Error: also where a map has another size than the input.
Array mapOf(const JudgedMethod& method, const JudgedPhoto& photo, const std::filesystem::path& file,
            ReferenceModels& references, MethodSink& sink, const std::stop_token& stop);

} // namespace blurig
