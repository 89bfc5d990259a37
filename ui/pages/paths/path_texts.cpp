// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/paths/path_texts.h"

#include "core/model/score_name.h"
#include "ui/widgets/number_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace blurig::ui {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("Paths", text);
}

bool isBlur(const PathSide& side) {
    return isOverSigma(side.path->path->description().kind);
}

QString unitOf(const ModelCard& card) {
    const auto* sound = std::get_if<SoundSpec>(&card.input);
    if (!sound)
        return QStringLiteral("px");
    return frontEndOf(*sound) ? QStringLiteral("bins") : QStringLiteral("samples");
}

QString placeText(const PathSide& side, PathPosition position, const ModelCard& card) {
    return isBlur(side) ? QStringLiteral("σ %1 %2").arg(sigmaText(position.value), unitOf(card))
                        : QStringLiteral("α %1").arg(fixed(1 - position.value, 3));
}

QString shareText(double share) {
    return translated("%1 % of the way").arg(QString::number(std::lround(100 * share)));
}

QString firstSynonym(ClassIndex index, const ModelCard& card) {
    return QString::fromStdString(targetName({.classes = {{index, 1.0}}, .words = {}}, card));
}

} // namespace

QString pathTitle(const PathSide& side) {
    if (isBlur(side))
        return translated("Blur IG: blurred input");
    const Parameters& parameters = side.run.state->parameters;
    return translated("IG: from %1 to the input")
        .arg(QString::fromStdString(parameters.text(parameters.find(ParameterRole::Start)->key)));
}

QString evaluationText(const TracedScore& score) {
    return score.evaluated ? translated("evaluated") : translated("interpolated");
}

QString pathCaption(const PathSide& side, const ModelCard& card) {
    QStringList parts{placeText(side, side.position, card), shareText(side.share)};
    parts << QStringLiteral("%1 %2, %3")
                 .arg(QString::fromStdString(explainedName(side.run.target, side.run.score, card)),
                      scoreText(side.score.value), evaluationText(side.score));
    if (!side.scoreReached)
        parts << translated("no equal score on this path: the nearest is shown");
    if (side.score.other)
        parts << translated("then %1 %2").arg(firstSynonym(*side.score.other, card), scoreText(side.score.otherScore));
    if (side.lastOther)
        parts << translated("last other %1 at %2")
                     .arg(firstSynonym(side.lastOther->index, card), placeText(side, side.lastOther->position, card));
    return parts.join(QStringLiteral(" · "));
}

std::vector<LabelledNumber> pathNumbers(const PathSide& side, const ModelCard& card) {
    const QString widest = QStringLiteral("0.000");
    std::vector<LabelledNumber> numbers{{.label = QString::fromStdString(targetName(side.run.target, card)),
                                         .value = scoreText(side.score.value),
                                         .widest = widest}};
    if (side.score.other)
        numbers.push_back({.label = translated("then %1").arg(firstSynonym(*side.score.other, card)),
                           .value = scoreText(side.score.otherScore),
                           .widest = widest,
                           .rank = 1});
    return numbers;
}

QString matchText(const PathsChoice& choice) {
    return choice.match == "score"
               ? translated("IG is shown where its score equals that of Blur IG. Of several such places, the one "
                            "nearest to the same share of the way is used.")
               : translated("Both are shown at the same share of their way: of log(1 + σ/0.5) and of α.");
}

} // namespace blurig::ui
