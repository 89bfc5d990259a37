// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/explain.h"

#include <utility>

namespace blurig {

Item itemOf(const Subject& subject, const Run& run) {
    Item item;
    item.input = subject.prepared.z;
    item.axisWeights = subject.axisWeights;
    item.target = run.target;
    item.score = run.score;
    item.ownBaseline = readOwnBaseline(run.ownBaseline, *subject.model);
    return item;
}

Explanation explain(const OpenedSubject& opened, const Run& run, ReferenceModels& references, MethodSink& sink,
                    const std::stop_token& stop, std::shared_ptr<const MethodState> previous) {
    Explanation result{.model = references.modelFor(opened.model, run.parameters, stop),
                       .subject = opened.subject,
                       .run = run,
                       .item = itemOf(opened.subject, run)};
    result.item.previous = std::move(previous);
    const Model& model = *result.model;
    result.subject.model = model.info();
    result.state = run.method->run(model, result.item, run.parameters, sink, stop);
    result.scoreInput = result.state->completeness
                            ? result.state->completeness->scoreInput
                            : model.evaluateForward(asBatch(result.item.input), run.target, run.score).values.front();
    return result;
}

} // namespace blurig
