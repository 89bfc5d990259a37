// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/bootstrap.h"
#include "core/evaluate/runner.h"
#include "core/evaluate/t_test.h"
#include "core/json/json.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace blurig {

// A figure of a method over all photos that have it.
struct FigureSummary {
    MetricColumn column;
    std::optional<MeanWithInterval> mean;       // none below two photos
    std::optional<MeanWithInterval> difference; // from the first method, of photos that both have; none of the first
};

struct MethodSummary {
    std::string id;
    std::string label;
    std::vector<FigureSummary> figures;
};

// The second-last labels (Fig 6 and section 5.1 of the paper): distances in WordNet between it and the true class.
struct LabelSummary {
    struct OfPath {
        std::string path;
        int photos = 0;                              // that are classified rightly and change their label
        std::optional<MeanWithInterval> distance;    // over photos
        std::optional<MeanWithInterval> firstParent; // the same by first parents
        std::map<std::string, int> labels;           // how often each is the second-last one
    };
    std::vector<OfPath> paths;
    int classes = 0; // with a photo that all paths have a distance of
    // D = distance of IG from noise - distance of Blur IG; H0: its mean is at most 0.25, or 0.
    std::optional<TTest> overClasses;      // the paper's: class means, 0.25
    std::optional<TTest> overClassesPlain; // class means, 0
    std::optional<TTest> overPhotos;       // photos, 0.25
    std::optional<TTest> overPhotosPlain;  // photos, 0
    // Whether Blur IG's mean is the least and IG's from noise the greatest of the two, as in the paper.
    std::optional<bool> paperOrder;
};

struct StudySummary {
    std::size_t photos = 0;
    int labelled = 0;
    std::optional<double> accuracy; // of the labelled photos
    std::vector<MethodSummary> methods;
    std::optional<LabelSummary> labels;
    std::vector<PhotoProblem> problems;
    std::vector<PhotoProblem> notes;
};

// Of a method, where the figure exists.
std::map<std::string, double> valuesByPhoto(const Study& study, const std::string& method, const std::string& column);

StudySummary summaryOf(const Study& study, const StudyRequest& request);
std::optional<LabelSummary> labelSummary(const std::vector<AppendTable::Row>& rows);

Json summaryJson(const StudySummary& summary);
std::string summaryCsv(const StudySummary& summary);
std::string summaryLatex(const StudySummary& summary); // Table 1's layout

// Table 1 of the paper: ImageNet, Inception-v1, 9684 photos.
struct PaperRow {
    const char* method; // id
    double rocAuc;
    double f1;
    double mae;
};
const PaperRow* paperRow(const std::string& method); // null where the paper has none

} // namespace blurig
