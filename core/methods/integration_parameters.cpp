// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/integration_parameters.h"

namespace blurig {

namespace {
constexpr int defaultSteps = 64;
constexpr int referenceSteps = 100; // the package `saliency`'s default
} // namespace

std::vector<ParameterSpec> integrationParameters(const std::vector<std::string>& schedules) {
    using Type = ParameterSpec::Type;
    const Integration defaults;
    return {
        {.key = "schedule",
         .label = "Schedule",
         .help = "Placement of the nodes: adaptive puts them where the map still changes, the others space them evenly",
         .type = Type::Choice,
         .defaultValue = std::string(name(Schedule::Adaptive)),
         .choices = schedules},
        {.key = "rule",
         .label = "Rule",
         .help = "Quadrature of an evenly spaced schedule; the adaptive one is trapezoid",
         .type = Type::Choice,
         .defaultValue = std::string(name(Rule::Trapezoid)),
         .choices = {std::string(name(Rule::Trapezoid)), std::string(name(Rule::Midpoint))}},
        {.key = "steps",
         .label = "Steps",
         .help = "Number of gradients of an evenly spaced schedule; auto is 64, in reference mode 100",
         .unit = "gradients",
         .type = Type::Integer,
         .defaultValue = std::monostate(),
         .minimum = 2,
         .maximum = 100000,
         .unsetWord = "auto",
         .role = ParameterRole::Steps},
        {.key = "tolerance_gap",
         .label = "Gap tolerance",
         .help = "Adaptive: refine until the completeness gap is at most this share of F(input) - F(start)",
         .type = Type::Real,
         .defaultValue = *defaults.tolerances.gap,
         .minimum = 0,
         .maximum = 10,
         .unsetWord = "off",
         .role = ParameterRole::GapTolerance},
        {.key = "tolerance_map",
         .label = "Map tolerance",
         .help = "Adaptive: refine until the estimated relative L2 error of the map is at most this",
         .type = Type::Real,
         .defaultValue = *defaults.tolerances.map,
         .minimum = 0,
         .maximum = 10,
         .unsetWord = "off",
         .role = ParameterRole::MapTolerance},
        {.key = "max_gradients",
         .label = "Most gradients",
         .help = "Adaptive: greatest number of gradients; a forward pass counts as a third of one",
         .unit = "gradients",
         .type = Type::Integer,
         .defaultValue = std::int64_t{defaults.maxGradients},
         .minimum = Integration::startNodes,
         .maximum = 100000,
         .role = ParameterRole::Budget},
        {.key = "idgi",
         .label = "IDGI",
         .help = "Distribute the score difference of each step by the squared gradient instead of integrating; the "
                 "nodes stay the same",
         .type = Type::Flag,
         .defaultValue = false},
        {.key = "reference_mode",
         .label = "Reference mode",
         .help = "Reproduce the Python package saliency 0.2.1, including its weaknesses",
         .type = Type::Flag,
         .defaultValue = false,
         .role = ParameterRole::ReferenceMode},
    };
}

bool isReferenceMode(const Parameters& parameters) {
    const ParameterSpec* spec = parameters.find(ParameterRole::ReferenceMode);
    return spec && parameters.flag(spec->key);
}

bool isIdgi(const Parameters& parameters) {
    return parameters.flag("idgi");
}

std::vector<std::string> idgiNotes(const Parameters& parameters) {
    if (!isIdgi(parameters))
        return {};
    return {"IDGI: the score difference of each step is distributed by the squared gradient at the beginning of the "
            "step. The sum is exact by construction and does not show whether the nodes were enough; they are chosen "
            "as without IDGI"};
}

Integration integrationOf(const Parameters& parameters, Rule referenceRule) {
    Integration integration;
    const bool reference = isReferenceMode(parameters);
    integration.schedule = reference ? Schedule::Linear : parseSchedule(parameters.text("schedule"));
    integration.rule = reference ? referenceRule : parseRule(parameters.text("rule"));
    integration.steps = reference ? referenceSteps : defaultSteps;
    if (parameters.isSet("steps"))
        integration.steps = static_cast<int>(parameters.integer("steps"));
    integration.tolerances = {.gap = parameters.real("tolerance_gap"), .map = parameters.real("tolerance_map")};
    integration.maxGradients = static_cast<int>(parameters.integer("max_gradients"));
    return integration;
}

} // namespace blurig
