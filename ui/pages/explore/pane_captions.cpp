// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/explore/pane_captions.h"

#include "core/explain/sigma_text.h"
#include "core/methods/method.h"
#include "core/model/score_name.h"
#include "ui/panels/bar_content.h"
#include "ui/panels/display_words.h"
#include "ui/panels/map_look.h"
#include "ui/widgets/number_text.h"

#include <QCoreApplication>

#include <cmath>

namespace blurig::ui {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("Captions", text);
}

QString unitOf(const ExploreView& view) {
    return QString::fromStdString(sigmaUnit(explainedSubject(view.subject)));
}

QString scaleText(const ExploreView& view, double sigma) {
    return QStringLiteral("σ %1 %2").arg(sigmaText(sigma), unitOf(view));
}

} // namespace

QString targetWords(const RunView& run, const ExploreView& view) {
    return QString::fromStdString(targetName(run.target, view.subject.model->card));
}

QString targetText(const RunView& run, const ExploreView& view) {
    return QString::fromStdString(explainedName(run.target, run.score, view.subject.model->card));
}

bool probeFits(const ExploreView& view) {
    return view.probe && view.frame && view.probe->position.value == view.frame->sigma;
}

bool gradientIsExact(const ExploreView& view) {
    return probeFits(view) || (view.frame && std::abs(view.frame->gradientSigma - view.frame->sigma) < 1e-9);
}

// Beside a title a caption is cut: the scale and the target come first, what is the same for all maps last.
QString blurredCaption(const ExploreView& view) {
    const double sigma = view.frame->sigma;
    if (view.subject.heard)
        return QStringLiteral("σ = %1").arg(
            QString::fromStdString(blurig::sigmaText(explainedSubject(view.subject), sigma)));
    const InputGeometry& geometry = view.subject.input->prepared.geometry;
    const QString x = sigmaText(sigma * geometry.scaleX());
    const QString y = sigmaText(sigma * geometry.scaleY());
    const bool squashed = std::abs(geometry.scaleX() - geometry.scaleY()) > 0.005 * geometry.scaleX();
    return translated("%1 = %2 px of the photo")
        .arg(scaleText(view, sigma), squashed ? x + QStringLiteral(" × ") + y : x);
}

QString laplacianCaption(const ExploreView& view, const DisplayChoice& display) {
    const QString drawn = drawnWords(display, MapMeaning::Values, translated("this scale"));
    if (partOf(display) != SignPart::Signed)
        return QStringLiteral("%1 · %2").arg(scaleText(view, view.frame->sigma), drawn);
    return translated("%1 · negative: brighter than around it · %2").arg(scaleText(view, view.frame->sigma), drawn);
}

QString gradientCaption(const ExploreView& view, const DisplayChoice& display) {
    const bool exact = gradientIsExact(view);
    const QString where = exact ? translated("at %1, exact").arg(scaleText(view, view.frame->sigma))
                                : translated("at %1, nearest node").arg(scaleText(view, view.frame->gradientSigma));
    return QStringLiteral("%1 · %2 · %3")
        .arg(where, targetText(view.explore, view), drawnWords(display, MapMeaning::Values, translated("this scale")));
}

// How much of the whole change of the score the map holds at this scale.
QString heldShare(const ExploreView& view) {
    const double whole = view.path()->completeness.difference();
    if (!view.frame->accumulatedSum || std::abs(whole) < 1e-3)
        return {};
    const double percent = 100 * *view.frame->accumulatedSum / whole;
    return translated("holds %1 % of the change · ").arg(QString::number(std::lround(percent)));
}

QString accumulatedCaption(const ExploreView& view, const DisplayChoice& display) {
    const double end = view.path()->path->farEnd();
    return heldShare(view) + translated("σ %1 → %2 %3 · %4 · %5")
                                 .arg(sigmaText(end), sigmaText(view.frame->sigma), unitOf(view),
                                      targetText(view.explore, view),
                                      drawnWords(display, MapMeaning::Attribution, translated("the whole map")));
}

QString besideCaption(const ExploreView& view, const DisplayChoice& display) {
    const QString baseline = startNameOf(view.beside.state->parameters).sliced(2).chopped(1);
    return translated("from %1 · %2 · %3")
        .arg(baseline, targetText(view.beside, view),
             drawnWords(display, MapMeaning::Attribution, translated("Blur IG's map")));
}

} // namespace blurig::ui
