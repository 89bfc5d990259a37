// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/bar_content.h"

#include "core/methods/method.h"

namespace blurig::ui {

namespace {

// A tolerance that the method lacks is off.
std::optional<double> tolerance(const Parameters& parameters, ParameterRole role) {
    const ParameterSpec* spec = parameters.find(role);
    return spec ? parameters.real(spec->key) : std::nullopt;
}

} // namespace

QString startNameOf(const Parameters& parameters) {
    if (const ParameterSpec* start = parameters.find(ParameterRole::Start))
        return QStringLiteral("F(%1)").arg(QString::fromStdString(parameters.text(start->key)));
    return QStringLiteral("F(blurred)");
}

CompletenessBar::Content runBar(const RunView& run, const Activity& activity, const std::string& method) {
    CompletenessBar::Content content;
    content.method = QString::fromStdString(methodById(method).label());
    content.running = activity.running;
    content.cancelled = activity.cancelled;
    content.progress = activity.progress;
    content.secondsLeft = activity.secondsLeft;
    if (run.state) {
        const Parameters& parameters = run.state->parameters;
        content.startName = startNameOf(parameters);
        content.completeness = run.state->completeness;
        content.tolerances = {.gap = tolerance(parameters, ParameterRole::GapTolerance),
                              .map = tolerance(parameters, ParameterRole::MapTolerance)};
        content.cost = run.state->cost;
        content.knownGradients = gradientsBehind(*run.state) - run.state->cost.gradients;
        content.paths = static_cast<int>(run.state->paths.size());
        content.ending = run.state->ending;
        content.repeatable = run.state->repeatable;
        content.noEvidence = run.state->noEvidence.has_value();
    }
    return content;
}

CompletenessBar::Content exploreBar(const ExploreView& view) {
    return runBar(view.explore, view.exploreActivity,
                  view.explore.state ? view.explore.state->method : PaneChoice().method);
}

CompletenessBar::Content besideBar(const ExploreView& view, const Choice& choice) {
    const std::string method = choice.panes.size() > 1 ? choice.panes[1].method : PaneChoice().method;
    return runBar(view.beside, view.besideActivity, method);
}

} // namespace blurig::ui
