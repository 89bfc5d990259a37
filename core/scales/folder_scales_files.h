// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scales/folder_scales.h"

#include <string>
#include <utility>
#include <vector>

namespace blurig {

// By name, their contents: photos.csv, groups.json, fidelity.json, curves_chart.svg, octaves_chart.svg.
std::vector<std::pair<std::string, std::string>> folderScalesFiles(const FolderScales& scales);

std::string
groupText(const ScaleGroup& group); // "cat: 12 photos, 80 % of the change between sigma 1 and 4 px (medians), ..."
std::string testText(const TwoSamples& test);
std::string folderScalesText(const FolderScales& scales); // photos, groups and tests, a line each

} // namespace blurig
