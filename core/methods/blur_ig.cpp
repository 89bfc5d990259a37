// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/blur_ig.h"

#include "core/error.h"
#include "core/methods/integration_parameters.h"
#include "core/methods/path_run.h"
#include "core/methods/two_axes.h"
#include "core/path/blur_path.h"
#include "core/path/reference_blur_path.h"
#include "core/path/sigma_max.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace blurig {

namespace {

constexpr double referenceSigma = 50; // px, the package `saliency`'s default

std::string sigmaNote(const SigmaMax& chosen, const ArrayLayout& layout) {
    const bool pixels = layout.axes.back().unit == Axis().unit;
    const char* unit = pixels ? "px" : "steps";
    const char* mean = pixels ? "mean colour" : "mean";
    switch (chosen.origin) {
    case SigmaOrigin::Given:
        return fmt::format("sigma_max {:.4g} {} given", chosen.sigma, unit);
    case SigmaOrigin::Evidence:
        return fmt::format("sigma_max {:.4g} {} chosen by evidence: F differs there from F({}) by {:.3g}, {:.2g} % of "
                           "the whole difference",
                           chosen.sigma, unit, mean, chosen.scoreLeft,
                           100 * chosen.scoreLeft / std::abs(chosen.scoreInput - chosen.scoreLimit));
    case SigmaOrigin::Indifferent:
        return fmt::format("sigma_max {:.4g} {}, the longer side: F(input) and F({}) do not differ", chosen.sigma, unit,
                           mean);
    }
    return "";
}

void requireReferenceAxes(const Item& item) {
    requireTwoAxes(item.input.layout(), "reference mode");
    if (!std::ranges::all_of(item.axisWeights, [](double weight) { return weight == 1; }))
        throw Error(ErrorCode::Argument, "reference mode", "blurs both axes alike, as the package saliency does",
                    "Leave it out where one axis alone is blurred");
}

std::vector<std::string> referenceNotes(const Model& model, double sigmaMax) {
    std::vector<std::string> notes = {
        fmt::format("reference mode: as the package saliency 0.2.1, sigma_max {:.4g} px", sigmaMax),
        "reference mode: the left rule drops the scales below about an eighth of a pixel and the whole first interval, "
        "evenly spaced nodes are too dense at large sigma, the zero border darkens the far end"};
    if (model.freezing() == Freezing::Frozen)
        notes.push_back(
            "reference mode: the model is frozen; the package runs it as filed, which changes maps by up to 0.4 %");
    return notes;
}

} // namespace

std::vector<ParameterSpec> BlurIg::parameters() const {
    std::vector<ParameterSpec> specs = integrationParameters({"adaptive", "log", "linear", "alpha"});
    specs.push_back({.key = "max_sigma",
                     .label = "Greatest sigma",
                     .help =
                         "Where the path begins; auto: where F has come within 0.5 % of F(mean colour), in reference "
                         "mode 50",
                     .unit = "px",
                     .type = ParameterSpec::Type::Real,
                     .defaultValue = std::monostate(),
                     .minimum = 0.1,
                     .maximum = 10000,
                     .unsetWord = "auto",
                     .role = ParameterRole::PathEnd});
    return specs;
}

std::shared_ptr<const MethodState> BlurIg::run(const Model& model, const Item& item, const Parameters& parameters,
                                               MethodSink& sink, const std::stop_token& stop) const {
    const Explained explained{.model = model, .target = item.target, .score = item.score};
    MethodState begun = begunState(*this, model, item, parameters);
    begun.notes = idgiNotes(parameters);
    PathJob job;
    job.idgi = isIdgi(parameters);
    job.integration = integrationOf(parameters, Rule::Left);

    if (isReferenceMode(parameters)) {
        requireReferenceAxes(item);
        const double sigmaMax = parameters.real("max_sigma").value_or(referenceSigma);
        job.path = std::make_shared<ReferenceBlurPath>(item.input, sigmaMax);
        job.known = knownNodes(item, *job.path, job.integration);
        std::ranges::move(referenceNotes(model, sigmaMax), std::back_inserter(begun.notes));
        return runPaths(begun, {&job, 1}, explained, sink, stop);
    }

    const auto space = std::make_shared<const ScaleSpace>(item.input, item.axisWeights);
    const auto earlier = knownNodes(item, BlurPath(space, 1.0), job.integration);
    const SigmaMax chosen = parameters.isSet("max_sigma")
                                ? givenSigmaMax(space, *parameters.real("max_sigma"), explained, sink, stop)
                                : sigmaMaxByEvidence(space, explained, sink, stop, earlier);
    job.path = std::make_shared<BlurPath>(space, chosen.sigma);
    job.known = chosen.probes;
    job.known.insert(job.known.end(), earlier.begin(), earlier.end()); // later ones win: they may have gradients
    job.scoreLimit = chosen.scoreLimit;
    job.integration.maxGradients -= static_cast<int>(std::ceil(chosen.forwards / 3.0));
    begun.cost = chosen.cost;
    begun.notes.push_back(sigmaNote(chosen, item.input.layout()));
    return runPaths(begun, {&job, 1}, explained, sink, stop);
}

} // namespace blurig
