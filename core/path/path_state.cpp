// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/path_state.h"

#include "core/words.h"

#include <fmt/format.h>

#include <cmath>

namespace blurig {

namespace {

constexpr Words<Ending, 4> endingWords{{{Ending::Running, "running"},
                                        {Ending::Converged, "converged"},
                                        {Ending::BudgetEnded, "budget-ended"},
                                        {Ending::FixedSchedule, "fixed-schedule"}}};

constexpr double leastDifference = 1e-3; // below it a relative gap says nothing
constexpr double absoluteGap = 1e-5;     // tolerated where no relative gap exists

} // namespace

std::optional<double> PathCell::gap() const {
    if (!scoreChange)
        return std::nullopt;
    return std::abs(mass - *scoreChange);
}

std::string_view name(Ending ending) {
    return wordOf(endingWords, ending);
}

double Completeness::gap() const {
    return std::abs(sum - difference());
}

std::optional<double> Completeness::relativeGap() const {
    const double scale = std::abs(difference());
    if (scale < leastDifference)
        return std::nullopt;
    return gap() / scale;
}

std::string gapText(const Completeness& completeness) {
    if (completeness.exactByConstruction)
        return "exact by construction";
    const std::optional<double> relative = completeness.relativeGap();
    return relative ? fmt::format("{:.2f} %", 100 * *relative) : fmt::format("{:.2g}", completeness.gap());
}

Cost& Cost::operator+=(const Cost& other) {
    gradients += other.gradients;
    forwards += other.forwards;
    seconds += other.seconds;
    return *this;
}

bool gapHolds(const Completeness& completeness, const Tolerances& tolerances) {
    if (!tolerances.gap)
        return true;
    const std::optional<double> relative = completeness.relativeGap();
    return relative ? *relative <= *tolerances.gap : completeness.gap() <= absoluteGap;
}

bool mapHolds(const Completeness& completeness, const Tolerances& tolerances) {
    if (!tolerances.map)
        return true;
    return completeness.mapError && *completeness.mapError <= *tolerances.map;
}

} // namespace blurig
