// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/display_words.h"

#include "ui/panels/map_look.h"

#include <QCoreApplication>
#include <QStringList>

namespace blurig::ui {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("Captions", text);
}

QString clipWords(const DisplayChoice& display, const QString& whose) {
    const QString high = QString::number(display.clipPercentile);
    const QString clip = display.clipLowPercentile > 0
                             ? translated("clip %1 to %2 %").arg(QString::number(display.clipLowPercentile), high)
                             : translated("clip %1 %").arg(high);
    return whose.isEmpty() ? clip : translated("%1 of %2").arg(clip, whose);
}

QString areaWords(const DisplayChoice& display, MapMeaning meaning) {
    const QString area = translated("top %1 %").arg(QString::number(display.topArea));
    if (meaning == MapMeaning::Values || partOf(display) == SignPart::Absolute)
        return area;
    return partOf(display) == SignPart::Negative ? translated("%1 (speaks against it most)").arg(area)
                                                 : translated("%1 (supports it most)").arg(area);
}

} // namespace

QString drawnWords(const DisplayChoice& display, MapMeaning meaning, const QString& whose) {
    const bool magnitudes = reductionOf(display) == ChannelReduction::Absolute;
    QStringList words{magnitudes ? translated("absolute") : translated("sum")};
    switch (partOf(display)) {
    case SignPart::Signed:
        break;
    case SignPart::Positive:
        words << translated("positive");
        break;
    case SignPart::Negative:
        words << translated("negative");
        break;
    case SignPart::Absolute:
        if (!magnitudes)
            words << translated("without sign");
        break;
    }
    if (display.smoothing > 0)
        words << translated("smoothed %1 px for viewing").arg(QString::number(display.smoothing));
    words << (showsTopArea(lookKindOf(display)) ? areaWords(display, meaning) : clipWords(display, whose));
    return words.join(QStringLiteral(", "));
}

BarWords barWords(const DisplayChoice& display, const QString& target) {
    const QString supports = translated("supports %1").arg(target);
    const QString against = translated("speaks against %1").arg(target);
    switch (partOf(display)) {
    case SignPart::Signed:
        return {.low = against,
                .high = supports,
                .shortLow = translated("speaks against"),
                .shortHigh = translated("supports")};
    case SignPart::Positive:
        return {.high = supports};
    case SignPart::Negative:
        return {.high = against};
    case SignPart::Absolute:
        return {.high = translated("for or against %1").arg(target)};
    }
    return {};
}

} // namespace blurig::ui
