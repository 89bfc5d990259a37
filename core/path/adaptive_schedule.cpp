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

const double leastWidth = std::ldexp(1.0, -40); // of the path: a cell this narrow sits on a jump of F

// What the node between two cells of equal width changed in the map when it came.
double correction(const SumCell& nearer, const SumCell& further) {
    at::Tensor bend = tensorOf(nearer.fromNode->integrand).to(at::kDouble);
    bend.add_(tensorOf(nearer.toNode->integrand), -2);
    bend.add_(tensorOf(further.toNode->integrand));
    return nearer.width() / 2 * norm(bend);
}

void shareCorrection(SumCell& nearer, SumCell& further, double correctionOfBoth) {
    nearer.correction = further.correction = correctionOfBoth / std::sqrt(2.0);
}

// On fine cells a network's integrand wanders like a random walk: the trapezoid error of a cell is then
// h |g_b - g_a| / sqrt(12), and cells err independently. Summed over pixels such an error is about as large as its
// norm; a gap above three times it shows what both ends hide.
double wanderingError(const SumCell& cell) {
    const double change = norm(tensorOf(cell.toNode->integrand).sub(tensorOf(cell.fromNode->integrand)));
    return std::max(cell.width() * change / std::sqrt(12.0), *cell.gap() / 3);
}

// On coarse cells the integrand's values hardly depend on each other, and the error is up to sqrt(6) times that of the
// random walk: the cubic term covers both. It and the 4 % of margin were fitted on 9 photos; on 5 others the estimate
// was 0.99 to 1.2 times the true error from 24 gradients on. At the first 8 little is known: there it may be half of
// it.
double withCoarseCells(double e) {
    return 1.04 * e * (1 + 8 * e * e);
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
    double wandering = 0;
    double smooth = 0; // where the integrand is smooth, the corrections bound the error by a factor of 3
    for (const SumCell& cell : m_sum.cells()) {
        wandering += std::pow(cell.error, 2);
        smooth += std::pow(std::max(cell.correction, *cell.gap() / 3), 2);
    }
    if (wandering == 0 || smooth == 0)
        return 0;
    const double scale = std::max(m_sum.norm(), std::sqrt(wandering));
    return std::min({withCoarseCells(std::sqrt(wandering) / scale), std::sqrt(smooth) / scale, 1.0});
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
        shareCorrection(m_sum.cell(i), m_sum.cell(i + 1), correction(m_sum.cell(i), m_sum.cell(i + 1)));
    for (std::size_t i = 0; i < m_sum.cells().size(); ++i)
        m_sum.cell(i).error = wanderingError(m_sum.cell(i));
}

std::vector<double> AdaptiveSchedule::chooseCells(const Completeness& completeness) const {
    const double room = std::floor(m_integration.maxGradients - spent());
    const auto most = static_cast<std::size_t>(std::clamp(room, 0.0, double{Integration::roundSize}));
    const double end = m_sum.cells().back().to;
    const Tolerances& tolerances = m_integration.tolerances;
    const bool onlyGapMissing = tolerances.gap && tolerances.map && mapHolds(completeness, tolerances);

    const double side = completeness.sum < completeness.difference() ? -1 : 1;

    struct Need {
        double need;
        const SumCell* cell;
    };
    std::vector<Need> needs;
    for (const SumCell& cell : m_sum.cells())
        if (cell.width() > leastWidth * end)
            needs.push_back({onlyGapMissing ? side * (cell.mass - *cell.scoreChange) : cell.error, &cell});
    // Halving a cell of a random walk takes three quarters of its squared error away, whatever its width: so the cells
    // of greatest error go first. Once only the gap is missing, those go first that err to its side: ranked by the size
    // of their gaps alone, half of the splits would widen it (30 photos, gradients' worth: the median stays at 67, the
    // 90th percentile falls from 91 to 81, the greatest from 127 to 105).
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
    shareCorrection(nearer, further, changed);
    nearer.error = wanderingError(nearer);
    further.error = wanderingError(further);
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
