// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/adaptive_schedule.h"

#include "core/array/torch_access.h"
#include "core/path/fixed_schedule.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace blurig {

namespace {

constexpr double errorPerCorrection = 1.0;
const double leastWidth = std::ldexp(1.0, -40); // of the path: a cell this narrow sits on a jump of F

double changeAcross(const SumCell& cell) {
    return cell.width() * norm(tensorOf(cell.toNode->integrand).sub(tensorOf(cell.fromNode->integrand)));
}

// What the node between two cells of equal width changed in the map when it came.
double correction(const SumCell& nearer, const SumCell& further) {
    at::Tensor bend = tensorOf(nearer.fromNode->integrand).to(at::kDouble);
    bend.add_(tensorOf(nearer.toNode->integrand), -2);
    bend.add_(tensorOf(further.toNode->integrand));
    return nearer.width() / 2 * norm(bend);
}

void shareError(SumCell& nearer, SumCell& further, double correctionOfBoth) {
    nearer.error = further.error = errorPerCorrection * correctionOfBoth / std::sqrt(2.0);
}

} // namespace

AdaptiveSchedule::AdaptiveSchedule(const Path& path, PathVariable variable, const Integration& integration,
                                   NodeEvaluator& evaluator, PathSum& sum)
    : m_path(path)
    , m_variable(variable)
    , m_integration(integration)
    , m_evaluator(evaluator)
    , m_sum(sum) {}

Ending AdaptiveSchedule::run(const std::function<void()>& arrived) {
    const Tolerances& tolerances = m_integration.tolerances;
    const bool toleranceAsked = tolerances.gap || tolerances.map;
    start();
    arrived();
    while (true) {
        const Completeness now = completeness();
        if (toleranceAsked && gapHolds(now, tolerances) && mapHolds(now, tolerances))
            return Ending::Converged;
        const std::vector<double> cells = chooseCells(now);
        if (cells.empty())
            return toleranceAsked ? Ending::BudgetEnded : Ending::FixedSchedule;
        refine(cells, arrived);
    }
}

double AdaptiveSchedule::mapError() const {
    double squares = 0;
    for (const SumCell& cell : m_sum.cells())
        squares += cell.error * cell.error;
    const double error = std::sqrt(squares);
    return error == 0 ? 0 : error / std::max(error, m_sum.norm());
}

Completeness AdaptiveSchedule::completeness() const {
    Completeness completeness = m_sum.completeness(m_evaluator);
    completeness.mapError = mapError();
    return completeness;
}

void AdaptiveSchedule::start() {
    const FixedSchedule grid = evenTrapezoid(m_path, m_variable, Integration::startNodes - 1);
    runFixed(grid, m_evaluator, m_sum, [] {});
    for (const NodeRequest& request : grid.requests)
        ++(m_evaluator.needsGradient(request.position) ? m_gradients : m_forwards);
    for (std::size_t i = 0; i + 1 < m_sum.cells().size(); i += 2)
        shareError(m_sum.cell(i), m_sum.cell(i + 1), correction(m_sum.cell(i), m_sum.cell(i + 1)));
    for (std::size_t i = 0; i < m_sum.cells().size(); ++i)
        m_sum.cell(i).change = changeAcross(m_sum.cell(i));
}

std::vector<double> AdaptiveSchedule::chooseCells(const Completeness& completeness) const {
    const double room = std::floor(m_integration.maxGradients - spent());
    const auto most = static_cast<std::size_t>(std::clamp(room, 0.0, double{Integration::roundSize}));
    const double end = m_sum.cells().back().to;
    const bool onlyGapMissing = mapHolds(completeness, m_integration.tolerances);

    struct Need {
        double need;
        const SumCell* cell;
    };
    std::vector<Need> needs;
    for (const SumCell& cell : m_sum.cells())
        if (cell.width() > leastWidth * end)
            needs.push_back({onlyGapMissing ? std::sqrt(cell.change * *cell.gap()) : cell.change, &cell});
    // Among equals the wider cell, so that nothing stays unseen, then the one nearer to the input.
    std::stable_sort(needs.begin(), needs.end(), [](const Need& a, const Need& b) {
        return a.need != b.need ? a.need > b.need : a.cell->width() > b.cell->width();
    });
    std::vector<double> chosen;
    for (std::size_t i = 0; i < std::min(most, needs.size()); ++i)
        chosen.push_back(needs[i].cell->from);
    return chosen;
}

void AdaptiveSchedule::refine(const std::vector<double>& cells, const std::function<void()>& arrived) {
    std::vector<NodeRequest> requests;
    for (const double from : cells)
        requests.push_back({middleOf(m_sum.cells()[cellAt(from)]), NodeKind::Gradient});

    std::size_t next = 0;
    const auto splitEvaluated = [&] {
        for (; next < cells.size() && m_evaluator.has(requests[next]); ++next)
            splitCell(cellAt(cells[next]), requests[next].position);
    };
    m_evaluator.evaluate(requests, [&] {
        splitEvaluated();
        arrived();
    });
    splitEvaluated();
    m_gradients += static_cast<int>(requests.size());
}

void AdaptiveSchedule::splitCell(std::size_t index, double position) {
    const double changed = m_sum.split(index, m_evaluator.node(position));
    SumCell& nearer = m_sum.cell(index);
    SumCell& further = m_sum.cell(index + 1);
    shareError(nearer, further, changed);
    nearer.change = changeAcross(nearer);
    further.change = changeAcross(further);
}

std::size_t AdaptiveSchedule::cellAt(double from) const {
    const auto found = std::partition_point(m_sum.cells().begin(), m_sum.cells().end(),
                                            [from](const SumCell& cell) { return cell.from < from; });
    return static_cast<std::size_t>(found - m_sum.cells().begin());
}

double AdaptiveSchedule::middleOf(const SumCell& cell) const {
    return m_path.toPosition(m_variable, cell.from + cell.width() / 2);
}

double AdaptiveSchedule::spent() const {
    return m_gradients + m_forwards / 3.0;
}

} // namespace blurig
