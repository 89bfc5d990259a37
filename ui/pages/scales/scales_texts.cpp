// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/scales/scales_texts.h"

#include "core/path/bulk.h"
#include "ui/panels/octave_words.h"
#include "ui/widgets/number_text.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double leastChange = 1e-3; // of a score: a share of less means nothing

QString translated(const char* text) {
    return QCoreApplication::translate("Scales", text);
}

QString targetOf(const ScalesView& view) {
    return QString::fromStdString(targetName(view.run.target, view.subject.model->card));
}

// "sum 0.31 (42 % of the map's)"
QString sumWords(double sum, double whole) {
    const QString number = significant(sum, 3);
    if (std::abs(whole) < leastChange)
        return translated("sum %1").arg(number);
    return translated("sum %1 (%2 % of the map's)").arg(number).arg(std::lround(100 * sum / whole));
}

} // namespace

QString bulkWords(const ScalesView& view) {
    QString text;
    for (const double share : bulkShares) {
        const auto bulk = bulkInterval(*view.path, share);
        if (!bulk)
            return translated("The score changes nowhere on this path");
        text += text.isEmpty()
                    ? translated("Coming from blur, %1 % of the change of the score for %2 happens between sigma %3 "
                                 "and %4 px")
                          .arg(QString::number(100 * share), targetOf(view), sigmaText(bulk->to), sigmaText(bulk->from))
                    : translated(", %1 % between %2 and %3")
                          .arg(QString::number(100 * share), sigmaText(bulk->to), sigmaText(bulk->from));
    }
    return text + translated("; a scale outside may still be needed: see Remove");
}

namespace {

// "espresso to σ 4.2, cup to σ 9.8, then teapot"; with the second-last label.
QString wayWords(const Evolution& evolution, const ModelCard& card, const QString& border) {
    constexpr std::size_t mostNamed = 4;
    const auto& stretches = evolution.stretches;
    const auto nameOf = [&card](ClassIndex label) { return QString::fromStdString(shortClassName(label, card)); };
    if (stretches.size() == 1)
        return translated("%1 all along").arg(nameOf(stretches.front().label));
    QStringList parts;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const bool last = i + 1 == stretches.size();
        if (i + 1 >= mostNamed && !last) {
            parts << translated("%1 more").arg(stretches.size() - mostNamed);
            i = stretches.size() - 2;
            continue;
        }
        parts << (last
                      ? translated("then %1").arg(nameOf(stretches[i].label))
                      : translated("%1 to %2").arg(nameOf(stretches[i].label), border.arg(sigmaText(stretches[i].to))));
    }
    return translated("%1; second-last %2").arg(parts.join(QStringLiteral(", ")), nameOf(*evolution.secondLast()));
}

} // namespace

QString labelWords(const ScalesView& view) {
    if (!view.labelsWhy.isEmpty())
        return view.labelsWhy;
    if (!view.evolution)
        return translated("Finding where the label changes…");
    const ModelCard& card = view.subject.model->card;
    QString text =
        translated("Labels from the input on. Blur: %1").arg(wayWords(*view.evolution, card, QStringLiteral("σ %1")));
    if (view.straightEvolution)
        text += translated(". Straight to black: %1")
                    .arg(wayWords(*view.straightEvolution, card, QStringLiteral("1 − α = %1")));
    return text;
}

QString removalWords(const ScalesView& view, int octave) {
    const MeasuredOctaves& measured = view.measured;
    if (!measured.why.isEmpty())
        return measured.why;
    if (measured.sharing)
        return translated("Measuring Shapley values of the octaves…");
    if (measured.removing)
        return translated("Measuring the score without each octave…");
    if (!measured.removal)
        return translated("What a map attributes to an octave is no promise: measure what the score is without it");
    const auto at = static_cast<std::size_t>(octave);
    if (at >= measured.removal->without.size())
        return {};
    const ReducedScore& without = measured.removal->without[at];
    QString text = translated("Without periods of %1 px: %2 %3 → %4")
                       .arg(periodWords(measured.removal->bands[at]), targetOf(view),
                            scoreText(measured.removal->input.score), scoreText(without.score));
    if (without.logit && measured.removal->input.logit)
        text += translated(", logit %1 → %2")
                    .arg(significant(*measured.removal->input.logit, 3), significant(*without.logit, 3));
    return text;
}

QString bandTitle(const ScaleBand& band) {
    return translated("Band σ %1–%2 px").arg(sigmaText(band.from), sigmaText(band.to));
}

QString bandCaption(const ScalesView& view, const BandMap& band) {
    return sumWords(band.sum, view.path->completeness.sum);
}

QString octaveTitle(const OctaveBand& band, const QString& method) {
    return translated("%1, periods %2 px").arg(method, periodWords(band));
}

QString octaveCaption(const OctaveSplit& split, std::size_t octave) {
    return sumWords(split.sums.octaves[octave], split.sums.total());
}

QString withoutTitle(const OctaveBand& band) {
    return translated("Without periods %1 px").arg(periodWords(band));
}

} // namespace blurig::ui
