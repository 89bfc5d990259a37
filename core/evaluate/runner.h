// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/append_table.h"
#include "core/evaluate/dataset.h"
#include "core/evaluate/judged_method.h"
#include "core/evaluate/metric.h"
#include "core/explain/explain.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace blurig {

// What is evaluated. Shards divide the photos among processes: photo i of all belongs to shard i mod shards.
struct StudyRequest {
    DatasetSource data;
    std::vector<JudgedMethod> methods;
    std::vector<const Metric*> metrics;
    bool labels = false; // the second-last labels along the paths (section 5.1), too
    Crop crop = {};
    std::size_t shard = 0;
    std::size_t shards = 1;
    std::size_t most = 0; // photos, the first ones; 0: all
    std::filesystem::path out;
};

struct StudyProgress {
    std::size_t done = 0; // photos
    std::size_t of = 0;
    std::string photo;
    std::optional<double> secondsLeft;
};

struct PhotoProblem {
    std::string photo; // or the data set
    std::string what;
};

// What is known of a data set: rows of the tables that belong to the request.
struct Study {
    std::vector<AppendTable::Row> rows;   // one an image and method: by photo, then by method
    std::vector<AppendTable::Row> labels; // one a photo and path
    std::vector<PhotoProblem> problems;   // photos that could not be used, and why
    std::vector<PhotoProblem> notes;      // what a user should know of others
    std::size_t photos = 0;               // of the data set, or its shard
    std::shared_ptr<const std::vector<DatasetPhoto>> data = nullptr; // these
    std::vector<double> secondsOfPhotos;                             // of those that were computed now
};

// Cells of a row that every study has.
namespace study_columns {
inline constexpr const char* key = "key";     // of all that decides the figures
inline constexpr const char* photo = "photo"; // from the data set's folder on
inline constexpr const char* label = "label"; // as given; empty: none
inline constexpr const char* target = "target";
inline constexpr const char* predicted = "predicted"; // class index
inline constexpr const char* correct = "correct";     // 1, 0, or empty without a label
inline constexpr const char* method = "method";
inline constexpr const char* missing = "-"; // a figure that does not exist for this map or path
} // namespace study_columns

// Judges every map of every photo. Rows are written as they come, to rows.csv and labels.csv in `out`; what is there of
// an earlier run with the same key is not computed again. The next photo is read while the model runs. A photo that
// cannot be used is a problem, and the run goes on. Throws Error (tables, data set), or Cancelled.
class StudyRunner {
public:
    StudyRunner(StudyRequest request, std::shared_ptr<const Model> model, ReferenceModels& references);

    Study run(MethodSink& sink, const std::function<void(const StudyProgress&)>& progress,
              const std::stop_token& stop = {});
    const Study& soFar() const { return m_study; } // while it runs, within `progress`

private:
    struct Pending;
    Pending pendingOf(const DatasetPhoto& photo) const;
    void compute(Pending& pending, MethodSink& sink, const std::stop_token& stop);

    StudyRequest m_request;
    std::shared_ptr<const Model> m_model;
    ReferenceModels& m_references;
    std::vector<std::string> m_columns; // of the metrics
    std::unique_ptr<AppendTable> m_rows;
    std::unique_ptr<AppendTable> m_labels;
    std::unique_ptr<AppendTable> m_times;
    std::map<std::string, AppendTable::Row> m_known; // by photo and key
    std::map<std::string, std::vector<AppendTable::Row>> m_knownLabels;
    Study m_study;
};

inline constexpr const char* labelsMetric = "second-last-labels"; // of paths, not of maps
// By ids, separated by commas. Labels alone need no methods: the request's go. Throws Error (Argument).
void takeMetrics(StudyRequest& request, std::string_view list);

std::vector<std::string> columnsOf(const std::vector<const Metric*>& metrics);
std::vector<std::string> tableColumns(const std::vector<const Metric*>& metrics); // of a row, in the order of tables

} // namespace blurig
