// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluate/shared_forwards.h"

#include <algorithm>

namespace blurig {

namespace {

constexpr std::size_t mostTogether = 16;

} // namespace

ClassIndex greatestClass(const Array& classScores) {
    const auto scores = classScores.host();
    return static_cast<ClassIndex>(std::ranges::max_element(scores) - scores.begin());
}

SharedForwards::Place SharedForwards::add(std::function<Array()> input) {
    m_inputs.push_back(std::move(input));
    return m_inputs.size() - 1;
}

void SharedForwards::run(const Model& model, Sink& sink, const std::stop_token& stop) {
    while (m_scores.size() < m_inputs.size()) {
        beginBatch(sink, stop);
        std::vector<Array> batch;
        for (std::size_t i = m_scores.size(); i < std::min(m_scores.size() + mostTogether, m_inputs.size()); ++i)
            batch.push_back(m_inputs[i]());
        for (const Array& row : model.classScores(stacked(batch))) {
            m_scores.push_back(scoreOf(row, m_target));
            m_labels.push_back(greatestClass(row));
        }
    }
}

} // namespace blurig
