// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/xrai.h"

#include "core/methods/seed_method.h"
#include "core/methods/two_axes.h"
#include "core/methods/xrai_map.h"

#include <fmt/format.h>

#include <chrono>

namespace blurig {

namespace {

constexpr const char* paperSeed = "ig";

XraiOptions optionsOf(const Parameters& parameters) {
    return {.algorithm = parameters.text("algorithm") == "fast" ? XraiAlgorithm::Fast : XraiAlgorithm::Full,
            .areaThreshold = *parameters.real("area_threshold"),
            .leastAddedPixels = static_cast<int>(parameters.integer("min_pixel_diff"))};
}

// What the seed's run has cost and how far it has come; its map is not XRAI's.
MethodState afterSeed(const MethodState& begun, const MethodState& seed) {
    MethodState state = begun;
    state.paths = seed.paths;
    state.cost = seed.cost;
    state.expectedGradients = seed.expectedGradients;
    return state;
}

std::string seedNote(const Method& method, const Parameters& parameters) {
    std::string text;
    for (const ParameterSpec& spec : parameters.specs())
        text += fmt::format("{} {} {}", text.empty() ? ":" : ",", spec.key, parameters.asText(spec.key));
    return fmt::format("seed {}{}", method.label(), text);
}

std::string gapNote(const MethodState& seed) {
    if (!seed.completeness)
        return "seed: no completeness gap is defined for it";
    const std::optional<double> mapError = seed.completeness->mapError;
    return fmt::format("seed: completeness gap {}{}", gapText(*seed.completeness),
                       mapError ? fmt::format(", map error {:.1f} %", 100 * *mapError) : "");
}

} // namespace

std::vector<ParameterSpec> Xrai::parameters() const {
    using Type = ParameterSpec::Type;
    const XraiOptions defaults;
    return {
        {.key = "seed_method",
         .label = "Seed method",
         .help = "Method whose attribution ranks the segments; ig averages black and white by default",
         .type = Type::Choice,
         .defaultValue = std::string(paperSeed),
         .choices = methodIdsExcept(id()),
         .role = ParameterRole::SeedMethod},
        seedParametersSpec(),
        {.key = "algorithm",
         .label = "Algorithm",
         .help = "full computes the gain of all segments again after each merge; fast ignores that segments overlap",
         .type = Type::Choice,
         .defaultValue = std::string("full"),
         .choices = {"full", "fast"}},
        {.key = "area_threshold",
         .label = "Ranked area",
         .help = "Full: the share of the picture that is ranked; the rest becomes one region",
         .type = Type::Real,
         .defaultValue = defaults.areaThreshold,
         .minimum = 0,
         .maximum = 1},
        {.key = "min_pixel_diff",
         .label = "Least addition",
         .help = "Segments that would add fewer pixels are left out",
         .unit = "px",
         .type = Type::Integer,
         .defaultValue = std::int64_t{defaults.leastAddedPixels},
         .minimum = 1,
         .maximum = 1000000},
        {.key = "dilation",
         .label = "Dilation",
         .help = "Radius of the disk by which segments are dilated, so that they contain their edges",
         .unit = "px",
         .type = Type::Integer,
         .defaultValue = std::int64_t{5},
         .minimum = 0,
         .maximum = 50},
    };
}

std::shared_ptr<const MethodState> Xrai::run(const Model& model, const Item& item, const Parameters& parameters,
                                             MethodSink& sink, const std::stop_token& stop) const {
    using Clock = std::chrono::steady_clock;
    requireTwoAxes(item.input.layout(), label());
    const Method& seedMethod = methodById(parameters.text("seed_method"));
    MethodState begun = begunState(*this, model, item, parameters);
    const Parameters ofSeed = seedParameters(id(), parameters);
    begun.notes = {seedNote(seedMethod, ofSeed)};
    SeedSink seedSink(sink, [&](const MethodState& seed) { publish(sink, afterSeed(begun, seed)); });
    const auto seed = seedMethod.run(model, item, ofSeed, seedSink, stop);

    const OverSegmentation segmentation =
        overSegmentation(item.input, static_cast<int>(parameters.integer("dilation")), sink, stop);
    const Clock::time_point start = Clock::now();
    XraiMap map = xraiMap(seed->attribution, segmentation.segments, optionsOf(parameters), stop);
    const double merging = std::chrono::duration<double>(Clock::now() - start).count();

    MethodState state = afterSeed(begun, *seed);
    state.attribution = std::move(map.attribution);
    state.greatestScore = greatestScore(*seed);
    state.noEvidence = seed->noEvidence; // segments of rounding are no evidence either
    state.ending = seed->ending;
    state.cost.seconds += segmentation.seconds + merging;
    for (const std::string& note : seed->notes)
        state.notes.push_back("seed: " + note);
    state.notes.push_back(gapNote(*seed));
    state.notes.push_back(
        fmt::format("{} segments, merged into {} regions", segmentation.segments.size(), map.regions));
    return publish(sink, std::move(state));
}

} // namespace blurig
