// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/baseline_parameters.h"

namespace blurig {

std::vector<ParameterSpec> baselineParameters() {
    using Type = ParameterSpec::Type;
    std::vector<std::string> kinds;
    for (const BaselineKind& kind : baselineKinds())
        kinds.push_back(kind.id);
    return {
        {.key = "baseline",
         .label = "Baseline",
         .help = "Image without information at which the path begins; several, separated by commas, are averaged",
         .type = Type::Choice,
         .defaultValue = std::string("black"),
         .choices = kinds,
         .several = true,
         .role = ParameterRole::Start},
        {.key = "random_count",
         .label = "Random baselines",
         .help = "Number of random baselines that are averaged",
         .type = Type::Integer,
         .defaultValue = std::int64_t{4},
         .minimum = 1,
         .maximum = 256,
         .role = ParameterRole::StartCount},
        {.key = "seed",
         .label = "Seed",
         .help = "Seed of the random baselines; the same seed gives the same images on every machine",
         .type = Type::Integer,
         .defaultValue = std::int64_t{1},
         .minimum = 0,
         .role = ParameterRole::Seed},
        {.key = "blur_sigma",
         .label = "Blur of the baseline",
         .help = "Sigma of the blurred baseline; auto is a tenth of the width",
         .unit = "px",
         .type = Type::Real,
         .defaultValue = std::monostate(),
         .minimum = 0,
         .maximum = 10000,
         .unsetWord = "auto"},
    };
}

std::vector<Baseline> makeBaselines(const Parameters& parameters, const Item& item) {
    return makeBaselines(parameters.text("baseline"), item.input, static_cast<int>(parameters.integer("random_count")),
                         static_cast<std::uint64_t>(parameters.integer("seed")), item.ownBaseline,
                         parameters.real("blur_sigma"));
}

std::vector<std::string> baselineNotes(const std::vector<Baseline>& baselines) {
    std::vector<std::string> notes;
    for (const Baseline& baseline : baselines)
        notes.push_back("baseline " + baseline.name);
    return notes;
}

} // namespace blurig
