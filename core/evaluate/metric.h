// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/annotation.h"
#include "core/evaluate/shared_forwards.h"
#include "core/explain/subject.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace blurig {

// One map of one photo, which metrics judge.
struct JudgedMap {
    const Subject* subject = nullptr;
    Target target;
    Array attribution;             // channels x height x width, model pixels
    std::optional<Mask> photoMask; // what is annotated, in the photo's pixels; none: nothing is
    Array sums() const;            // over channels, signed: 1 x H x W
    Array magnitudes() const;      // sums over channels of |A|
};

enum class Better { Higher, Lower, Neither };

// One figure that a metric gives, and what it means.
struct MetricColumn {
    std::string key;     // of the table: "roc_auc"
    std::string label;   // "ROC AUC"
    std::string formula; // with reduction and normalisation, a sentence or two
    Better better = Better::Higher;
};

// A metric at work on one map: it has said which forward passes it needs.
class MetricRun {
public:
    virtual ~MetricRun() = default;
    // One a column; none where it does not exist for this map.
    virtual std::vector<std::optional<double>> values(const SharedForwards& forwards) const = 0;
};

// One way to judge maps; one file and one line in metrics().
class Metric {
public:
    virtual ~Metric() = default;
    virtual std::string id() const = 0;
    virtual std::string label() const = 0;
    virtual bool needsAnnotation() const { return false; }
    virtual std::vector<MetricColumn> columns() const = 0;
    virtual std::unique_ptr<MetricRun> begin(const JudgedMap& map, SharedForwards& forwards) const = 0;
};

std::span<const Metric* const> metrics();      // in the order in which they are offered
const Metric& metricById(std::string_view id); // throws Error (Argument) that lists the ids

} // namespace blurig
