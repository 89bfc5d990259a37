// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/model/model.h"
#include "core/path/sink.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace blurig {

// Forward passes that several metrics ask for, run in common batches. What was asked for is made only when its batch
// begins, so that a photo's inputs need not lie in memory together.
class SharedForwards {
public:
    using Place = std::size_t;

    explicit SharedForwards(Target target)
        : m_target(std::move(target)) {}

    Place add(std::function<Array()> input); // of the model's input layout
    // Throws Error, or Cancelled once the stop token is set.
    void run(const Model& model, Sink& sink, const std::stop_token& stop);

    std::size_t size() const { return m_inputs.size(); }
    double score(Place place) const { return m_scores.at(place); } // class score of the target
    ClassIndex label(Place place) const { return m_labels.at(place); }

private:
    Target m_target;
    std::vector<std::function<Array()>> m_inputs;
    std::vector<double> m_scores;
    std::vector<ClassIndex> m_labels;
};

ClassIndex greatestClass(const Array& classScores); // of equal ones the smaller index

} // namespace blurig
