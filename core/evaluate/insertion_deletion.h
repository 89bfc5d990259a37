// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/metric.h"

namespace blurig {

// Insertion and deletion (Petsiuk et al. 2018): the score while the most important pixels come to a picture without
// any, or leave the picture.
class InsertionDeletion final : public Metric {
public:
    enum class Removal { Blur, Mean };
    explicit InsertionDeletion(Removal removal)
        : m_removal(removal) {}

    static constexpr int steps = 16; // parts of the picture, of equal size

    std::string id() const override;
    std::string label() const override;
    std::vector<MetricColumn> columns() const override;
    std::unique_ptr<MetricRun> begin(const JudgedMap& map, SharedForwards& forwards) const override;

private:
    Removal m_removal;
};

} // namespace blurig
