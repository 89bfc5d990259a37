// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/annotation.h"
#include "core/evaluate/coco_annotation.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace blurig {

// Where a data set lies. Photos are found in the folder and those below it, annotations by the photo's name without its
// ending: VOC's XML or one COCO file, masks as pictures.
struct DatasetSource {
    std::filesystem::path folder;
    std::filesystem::path annotations = {}; // a folder of XML, or COCO's JSON; empty: XML beside the photos or below
    std::filesystem::path masks = {};       // a folder of pictures called as the photos, or NAME-mask; empty: none
    std::filesystem::path labels = {};      // CSV: photo, label; empty: none
};

struct DatasetPhoto {
    std::filesystem::path file;
    std::string label = {};          // of the CSV, or of a folder that is called as a WordNet id; else empty
    std::filesystem::path xml = {};  // empty: none
    std::filesystem::path mask = {}; // the same
    std::shared_ptr<const Annotation> coco = nullptr;
};

struct Dataset {
    std::vector<DatasetPhoto> photos; // by path
    std::vector<std::string> notes;   // what was left out: annotations of no photo, lines of the CSV
};

// Throws Error: no folder, no photo in it, annotations that cannot be read at all.
Dataset readDataset(const DatasetSource& source);

// Its path from the data set's folder on.
std::string nameOf(const DatasetPhoto& photo, const DatasetSource& source);

// Reads what belongs to the photo; none where there is nothing. Throws Error.
std::optional<Annotation> annotationOf(const DatasetPhoto& photo);

// "n01440764", as ImageNet calls its classes
bool isWordNetId(std::string_view text);

} // namespace blurig
