// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/completeness_text.h"

#include "ui/widgets/number_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double absoluteGapTolerance = 1e-5; // where there is no relative gap (core/path/path_state.h)

QString tr(const char* text) {
    return QCoreApplication::translate("CompletenessBar", text);
}

// F and sums: three decimals, more digits where that would be nothing but zeros.
QString score(double value) {
    return std::abs(value) < 0.0995 && value != 0 ? significant(value, 2) : fixed(value, 3);
}

bool finite(const std::optional<double>& value) {
    return value && std::isfinite(*value);
}

bool bothHold(const CompletenessBar::Content& content) {
    const Completeness& c = *content.completeness;
    return std::isfinite(c.gap()) && gapHolds(c, content.tolerances) && mapHolds(c, content.tolerances);
}

LabelledNumber gapNumber(const Completeness& c, const Tolerances& tolerances) {
    LabelledNumber gap{.label = tr("gap"), .widest = QStringLiteral("00.0 %")};
    if (c.exactByConstruction) {
        gap.value = tr("exact by construction");
        return gap;
    }
    gap.missed = tolerances.gap && !(std::isfinite(c.gap()) && gapHolds(c, tolerances));
    const std::optional<double> relative = c.relativeGap();
    const double tolerance = relative ? tolerances.gap.value_or(0) : absoluteGapTolerance;
    const double exceeded = gap.missed ? tolerance : -1.0;
    if (relative) {
        gap.value = errorPercentage(*relative, exceeded);
    } else {
        gap.label = tr("gap (absolute)");
        gap.value = errorAbsolute(c.gap(), exceeded);
    }
    return gap;
}

QString secondsText(double seconds) {
    return std::isfinite(seconds) ? fixed(seconds, seconds < 9.95 ? 1 : 0) + QStringLiteral(" s") : fixed(seconds, 0);
}

// Of the map, whoever computed them.
QString gradientsText(const CompletenessBar::Content& content) {
    const QString all = QString::number(content.cost.gradients + content.knownGradients);
    return content.knownGradients > 0 ? tr("%1 (%2 known before)").arg(all).arg(content.knownGradients) : all;
}

} // namespace

std::vector<LabelledNumber> completenessNumbers(const CompletenessBar::Content& content) {
    std::vector<LabelledNumber> numbers;
    const QString figure = QStringLiteral("00.000");
    if (content.completeness) {
        const Completeness& c = *content.completeness;
        numbers.push_back(
            {.label = QStringLiteral("F(input)"), .value = score(c.scoreInput), .widest = figure, .rank = 1});
        numbers.push_back({.label = content.startName.isEmpty() ? QStringLiteral("F(start)") : content.startName,
                           .value = score(c.scoreStart),
                           .widest = figure,
                           .rank = 2});
        if (finite(c.scoreLimit))
            numbers.push_back({.label = tr("F(mean)"), .value = score(*c.scoreLimit), .widest = figure, .rank = 6});
        numbers.push_back({.label = tr("sum"), .value = score(c.sum), .widest = figure, .rank = 1});
        numbers.push_back(gapNumber(c, content.tolerances));
        if (c.mapError) {
            const bool missed = content.tolerances.map && !(finite(c.mapError) && mapHolds(c, content.tolerances));
            numbers.push_back({.label = tr("map error"),
                               .value = errorPercentage(*c.mapError, missed ? *content.tolerances.map : -1.0),
                               .widest = QStringLiteral("00.0 %"),
                               .rank = 3,
                               .missed = missed});
        }
    }
    if (content.completeness || content.running || content.cost.gradients > 0 || content.cost.forwards > 0) {
        numbers.push_back(
            {.label = tr("gradients"), .value = gradientsText(content), .widest = QStringLiteral("000"), .rank = 4});
        numbers.push_back({.label = tr("forwards"),
                           .value = QString::number(content.cost.forwards),
                           .widest = QStringLiteral("000"),
                           .rank = 7});
        numbers.push_back({.label = QString(),
                           .value = secondsText(content.cost.seconds),
                           .widest = QStringLiteral("00.0 s"),
                           .rank = 5});
    }
    return numbers;
}

CompletenessState completenessState(const CompletenessBar::Content& content) {
    if (!content.repeatable)
        return {.words = tr("Not repeatable: the model is random or keeps a state"), .color = StateColor::Bad};
    if (content.cancelled)
        return {.words = tr("Cancelled")};
    if (content.running) {
        const double progress = std::isfinite(content.progress) ? std::clamp(content.progress, 0.0, 1.0) : 0.0;
        // 100 % is for what has ended.
        const int percent = std::min(99, static_cast<int>(std::floor(progress * 100)));
        QString words = tr("Running %1 %").arg(percent);
        if (finite(content.secondsLeft))
            words += tr(", %1 left").arg(secondsText(std::max(0.0, *content.secondsLeft)));
        return {.words = words};
    }
    if (content.noEvidence)
        return {.words = tr("No evidence"), .color = StateColor::Warning};
    if (!content.completeness)
        return {};
    if (content.completeness->exactByConstruction)
        return {.words = tr("Exact by construction")};
    switch (content.ending) {
    case Ending::Converged:
        // The colour follows the numbers that stand beside it, not the word.
        if (bothHold(content))
            return {.words = tr("Converged"), .color = StateColor::Good};
        return {.words = content.paths > 1 ? tr("Each path converged") : tr("Tolerance missed"),
                .color = StateColor::Warning};
    case Ending::BudgetEnded:
        return {.words = tr("Budget ended"), .color = StateColor::Warning};
    case Ending::FixedSchedule:
        return {.words = tr("Fixed schedule")};
    case Ending::Running:
        break;
    }
    return {};
}

QString completenessLine(const CompletenessBar::Content& content) {
    QStringList parts;
    if (!content.method.isEmpty())
        parts << content.method;
    for (const LabelledNumber& number : completenessNumbers(content))
        parts << (number.label.isEmpty() ? number.value : number.label + u' ' + number.value);
    const CompletenessState state = completenessState(content);
    if (!state.words.isEmpty())
        parts << state.words;
    return parts.join(QStringLiteral("  "));
}

const QColor& colorOf(StateColor state, const ThemeColors& colors) {
    switch (state) {
    case StateColor::Good:
        return colors.good;
    case StateColor::Warning:
        return colors.warning;
    case StateColor::Bad:
        return colors.bad;
    case StateColor::Neutral:
        break;
    }
    return colors.secondaryText;
}

} // namespace blurig::ui
