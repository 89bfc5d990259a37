// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/path/integrator.h"

#include "core/error.h"
#include "core/path/adaptive_schedule.h"
#include "core/path/fixed_schedule.h"
#include "core/words.h"

#include <fmt/format.h>

namespace blurig {

namespace {

constexpr Words<Schedule, 4> scheduleWords{{{Schedule::Adaptive, "adaptive"},
                                            {Schedule::Log, "log"},
                                            {Schedule::Linear, "linear"},
                                            {Schedule::Alpha, "alpha"}}};
constexpr Words<Rule, 4> ruleWords{
    {{Rule::Trapezoid, "trapezoid"}, {Rule::Midpoint, "midpoint"}, {Rule::Left, "left"}, {Rule::Equal, "equal"}}};

} // namespace

std::string_view name(Schedule schedule) {
    return wordOf(scheduleWords, schedule);
}

Schedule parseSchedule(std::string_view text) {
    if (const auto schedule = valueOf(scheduleWords, text))
        return *schedule;
    throw Error(ErrorCode::Argument, "schedule", fmt::format("\"{}\" is not a schedule", text),
                "Use " + listOf(scheduleWords));
}

std::string_view name(Rule rule) {
    return wordOf(ruleWords, rule);
}

Rule parseRule(std::string_view text) {
    if (const auto rule = valueOf(ruleWords, text))
        return *rule;
    throw Error(ErrorCode::Argument, "rule", fmt::format("\"{}\" is not a quadrature rule", text),
                "Use " + listOf(ruleWords));
}

PathVariable variableOf(Schedule schedule, const Path& path) {
    PathVariable variable = path.naturalVariable();
    if (schedule == Schedule::Log)
        variable = PathVariable::Log;
    if (schedule == Schedule::Linear)
        variable = PathVariable::Linear;
    if (schedule == Schedule::Alpha)
        variable = PathVariable::Alpha;
    if (!path.has(variable))
        throw Error(ErrorCode::Argument, "schedule",
                    fmt::format("a path over {} has no schedule \"{}\"", positionNameOf(path.description().kind),
                                name(schedule)),
                    "Use adaptive or linear");
    return variable;
}

std::shared_ptr<const PathState> integrate(std::shared_ptr<const Path> path, const Explained& explained,
                                           const Integration& integration, Sink& sink, const PathStateSink& publish,
                                           const std::stop_token& stop,
                                           std::span<const std::shared_ptr<const PathNode>> known) {
    const PathVariable variable = variableOf(integration.schedule, *path);
    NodeEvaluator evaluator(*path, variable, explained, sink, stop, known);
    PathSum sum(path, variable);
    const auto publishState = [&](std::optional<double> mapError, Ending ending) {
        PathState state = sum.state(evaluator);
        state.completeness.mapError = mapError;
        state.ending = ending;
        auto shared = std::make_shared<const PathState>(std::move(state));
        publish(shared);
        return shared;
    };

    if (integration.schedule == Schedule::Adaptive) {
        AdaptiveSchedule adaptive(*path, variable, integration, evaluator, sum);
        const Ending ending = adaptive.run([&] { publishState(adaptive.mapError(), Ending::Running); });
        return publishState(adaptive.mapError(), ending);
    }
    const FixedSchedule schedule = fixedSchedule(*path, variable, integration.rule, integration.steps);
    runFixed(schedule, evaluator, sum, [&] { publishState({}, Ending::Running); });
    return publishState({}, Ending::FixedSchedule);
}

} // namespace blurig
