// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/study_summary.h"
#include "core/render/raster.h"

#include <string>
#include <vector>

namespace blurig {

// A photo whose map is shown in a report.
struct ReportCase {
    std::string heading; // "best ROC AUC of Blur IG: 0.93"
    std::string photo;
    Raster picture; // photo and map side by side
};

struct ReportFacts {
    std::string data;  // where the data set lies
    std::string model; // its name
    std::string modelSha256;
    std::string command; // that made it
};

// One HTML file that needs no other: Table 1's layout beside the paper's figures, every figure with its interval and
// how it is computed, second-last labels, cases, problems. All names are data: they are escaped.
std::string reportHtml(const StudySummary& summary, const ReportFacts& facts, const std::vector<ReportCase>& cases);

} // namespace blurig
