// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/metric.h"

namespace blurig {

// DiffID (Yang et al. 2023): how much better the model does with the most important values alone than without them, the
// same number of values being removed.
class DiffId final : public Metric {
public:
    std::string id() const override { return "diffid"; }
    std::string label() const override { return "DiffID"; }
    std::vector<MetricColumn> columns() const override;
    std::unique_ptr<MetricRun> begin(const JudgedMap& map, SharedForwards& forwards) const override;
};

} // namespace blurig
