// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scales/axioms_report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace blurig {

namespace {

std::string gapWords(const Axioms::Completeness& known) {
    return known.relative ? fmt::format("gap {:.2g} % of the change", 100 * *known.relative)
                          : fmt::format("gap {:.2g}", known.gap);
}

std::string percent(double share) {
    return share >= 1 ? fmt::format("{:.0f} %", 100 * share) : fmt::format("{:.2g} %", 100 * share);
}

std::string similarityWords(const WeightRandomisation::Similarity& known) {
    const auto number = [](const std::optional<double>& value) {
        return value ? fmt::format("{:.2f}", *value) : std::string("-");
    };
    return fmt::format("{} ({})", number(known.signedMaps), number(known.magnitudes));
}

void addRandomisation(std::vector<AxiomLine>& lines, const WeightRandomisation& found) {
    if (found.stages.empty()) {
        lines.push_back({"randomised weights", "the file does not tell its layers apart"});
        return;
    }
    lines.push_back(
        {"randomised weights", "rank correlation with the map of the model as it is, of sums (of their magnitudes)"});
    for (const WeightRandomisation::Stage& stage : found.stages) {
        const std::string of = fmt::format("last {} of {} layers, from {}", stage.layers, found.layers, stage.first);
        lines.push_back(
            {"", stage.failure.empty()
                     ? fmt::format("{}: Blur IG {}, IG {}, gradient x input {}", of, similarityWords(stage.blurIg),
                                   similarityWords(stage.ig), similarityWords(stage.gradientTimesInput))
                     : fmt::format("{}: {}", of, stage.failure)});
    }
}

} // namespace

Json axiomsJson(const Axioms& axioms) {
    const auto gapJson = [](const Axioms::Completeness& known) {
        return Json{{"gap", numberJson(known.gap)}, {"gap_relative", numberJson(known.relative)}};
    };
    const auto enhancementJson = [](const std::optional<Enhancement>& found) {
        return found ? Json{{"extrema", found->extrema}, {"enhanced", found->enhanced}} : Json(nullptr);
    };
    const auto rowJson = [](const std::optional<Axioms::RowCreations>& row) {
        return row ? Json{{"row", row->row},
                          {"extrema", row->extrema},
                          {"created",
                           {{"blur", row->blur}, {"straight_to_black", row->black}, {"straight_to_noise", row->noise}}}}
                   : Json(nullptr);
    };
    Json ignored = Json::array();
    for (const IgnoredPart& part : axioms.ignored)
        ignored.push_back(
            {{"part", part.name}, {"blur_ig_share", numberJson(part.blurIg)}, {"ig_share", numberJson(part.ig)}});
    return {
        {"format_version", 2},
        {"steps", axioms.steps},
        {"completeness", {{"blur_ig", gapJson(axioms.blurIg)}, {"ig", gapJson(axioms.ig)}}},
        {"linearity", {{"blur_ig", numberJson(axioms.linearityBlurIg)}, {"ig", numberJson(axioms.linearityIg)}}},
        {"dummy", {{"parts_tried", axioms.partsTried}, {"ignored_by_the_model", std::move(ignored)}}},
        {"affine_scale_invariance",
         {{"ig_per_feature", numberJson(axioms.scaleIgPerFeature)},
          {"blur_ig_per_channel", numberJson(axioms.scaleBlurIgPerChannel)},
          {"blur_ig_per_feature", numberJson(axioms.scaleBlurIgPerFeature)}}},
        {"causality",
         {{"blur", enhancementJson(axioms.causalityBlur)},
          {"straight_to_black", enhancementJson(axioms.causalityBlack)},
          {"straight_to_noise", enhancementJson(axioms.causalityRandom)},
          {"middle_row", rowJson(axioms.rowCreations)}}},
        {"randomised_weights", axioms.randomisation ? weightRandomisationJson(*axioms.randomisation) : Json(nullptr)}};
}

std::vector<AxiomLine> axiomLines(const Axioms& axioms) {
    std::vector<AxiomLine> lines;
    const auto line = [&lines](std::string axiom, std::string words) {
        lines.push_back({std::move(axiom), std::move(words)});
    };
    line("completeness", fmt::format("Blur IG: {}; IG from black: {}", gapWords(axioms.blurIg), gapWords(axioms.ig)));
    if (axioms.linearityBlurIg)
        line("linearity", fmt::format("2 F1 - F2 at shared nodes: Blur IG within {}, IG within {}",
                                      percent(*axioms.linearityBlurIg), percent(*axioms.linearityIg)));
    else
        line("linearity", "the model has one class");
    if (axioms.ignored.empty())
        line("dummy",
             fmt::format("the model reads all {} channels and regions that were replaced by noise", axioms.partsTried));
    for (const IgnoredPart& part : axioms.ignored)
        line("dummy", fmt::format("the model ignores {}: Blur IG gives it {} of the map, IG {}", part.name,
                                  percent(part.blurIg), percent(part.ig)));
    line("affine scale invariance",
         fmt::format("IG, each value rescaled alone: within {}; Blur IG, a channel rescaled as a whole: within {}",
                     percent(axioms.scaleIgPerFeature), percent(axioms.scaleBlurIgPerChannel)));
    line("", fmt::format("Blur IG, each value rescaled alone: {} off, because blur mixes the pixels of a channel",
                         percent(axioms.scaleBlurIgPerFeature)));
    if (axioms.causalityBlur)
        line("causality",
             fmt::format("local extrema that grow on the way: to blur {} of {}, straight to black {}, to "
                         "noise {}",
                         axioms.causalityBlur->enhanced, axioms.causalityBlur->extrema,
                         percent(axioms.causalityBlack->share()), percent(axioms.causalityRandom->share())));
    if (axioms.rowCreations)
        line("", fmt::format(
                     "row {} has {} local extrema; on the way appear: to blur {}, straight to black {}, to noise {}",
                     axioms.rowCreations->row, axioms.rowCreations->extrema, axioms.rowCreations->blur,
                     axioms.rowCreations->black, axioms.rowCreations->noise));
    if (axioms.randomisation)
        addRandomisation(lines, *axioms.randomisation);
    return lines;
}

} // namespace blurig
