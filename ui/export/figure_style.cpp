// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/figure_style.h"

#include <QFontMetricsF>

#include <cmath>

namespace blurig::ui {

namespace {

// Two thirds of a page: the caption stands below.
constexpr double greatestHeight = 170 * figureUnitsPerMillimetre;

FigurePage column(double millimetres) {
    return {.width = millimetres * figureUnitsPerMillimetre,
            .height = greatestHeight,
            .margin = 0.5 * figureUnitsPerMillimetre};
}

} // namespace

FigurePage figurePage(FigureWidth width) {
    switch (width) {
    case FigureWidth::OneColumn:
        return column(89);
    case FigureWidth::OneAndAHalf:
        return column(120);
    case FigureWidth::TwoColumns:
        return column(183);
    case FigureWidth::Slide:
        break;
    }
    return {.width = 254 * figureUnitsPerMillimetre,
            .height = 142.88 * figureUnitsPerMillimetre,
            .fixedHeight = true,
            .margin = 8 * figureUnitsPerMillimetre,
            .textPoints = 12};
}

FigureStyle figureStyle(const QFont& family, const FigurePage& page) {
    FigureStyle style;
    style.em = std::round(page.textPoints * figureUnitsPerPoint);
    style.text = family;
    style.text.setPixelSize(static_cast<int>(style.em));
    style.text.setHintingPreference(QFont::PreferNoHinting); // the same metrics on every device
    style.bold = style.text;
    style.bold.setBold(true);
    style.line = std::ceil(QFontMetricsF(style.text).lineSpacing());
    return style;
}

} // namespace blurig::ui
