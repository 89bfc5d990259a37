// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/integrated_gradients.h"

#include "core/methods/baseline_parameters.h"
#include "core/methods/integration_parameters.h"
#include "core/methods/path_run.h"
#include "core/path/straight_path.h"

#include <algorithm>
#include <iterator>

namespace blurig {

namespace {

std::vector<std::string> notesOn(const std::vector<Baseline>& baselines, const Model& model,
                                 const Parameters& parameters) {
    std::vector<std::string> notes = baselineNotes(baselines);
    if (!isReferenceMode(parameters))
        return notes;
    notes.push_back("reference mode: as the package saliency 0.2.1; equal weights count both ends of the path in full, "
                    "which leaves a gap");
    if (model.freezing() == Freezing::Frozen)
        notes.push_back(
            "reference mode: the model is frozen; the package runs it as filed, which changes maps by up to 0.4 %");
    return notes;
}

} // namespace

std::vector<ParameterSpec> IntegratedGradients::parameters() const {
    std::vector<ParameterSpec> specs = baselineParameters();
    std::ranges::move(integrationParameters({"adaptive", "linear"}), std::back_inserter(specs));
    return specs;
}

std::shared_ptr<const MethodState> IntegratedGradients::run(const Model& model, const Item& item,
                                                            const Parameters& parameters, MethodSink& sink,
                                                            const std::stop_token& stop) const {
    const std::vector<Baseline> baselines = makeBaselines(parameters, item);
    Integration integration = integrationOf(parameters, Rule::Equal);
    integration.maxGradients /= static_cast<int>(baselines.size()); // the budget is shared evenly
    std::vector<PathJob> jobs;
    for (const Baseline& baseline : baselines) {
        auto path = std::make_shared<const StraightPath>(item.input, baseline.image);
        auto known = knownNodes(item, *path, integration);
        jobs.push_back(
            {.path = path, .integration = integration, .known = std::move(known), .idgi = isIdgi(parameters)});
    }
    MethodState begun = begunState(*this, model, item, parameters);
    begun.notes = notesOn(baselines, model, parameters);
    std::ranges::move(idgiNotes(parameters), std::back_inserter(begun.notes));
    const Explained explained{.model = model, .target = item.target, .score = item.score};
    return runPaths(begun, jobs, explained, sink, stop);
}

} // namespace blurig
