// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/metric.h"

namespace blurig {

// Whether patches that a map calls important are: a grid of patches, each replaced by the mean colour.
class PatchDeletion final : public Metric {
public:
    static constexpr std::int64_t side = 4; // patches in a row

    std::string id() const override { return "patch-deletion"; }
    std::string label() const override { return "Patch deletion"; }
    std::vector<MetricColumn> columns() const override;
    std::unique_ptr<MetricRun> begin(const JudgedMap& map, SharedForwards& forwards) const override;
};

} // namespace blurig
