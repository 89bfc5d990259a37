// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/color_map.h"

#include <QFont>
#include <QRectF>
#include <QString>

#include <span>

class QPainter;
class QPalette;

namespace blurig::ui {

// What the ends stand for in words; empty where there is nothing to say.
struct BarWords {
    QString low = {}; // "speaks against tabby"
    QString high = {};
    QString shortLow = {}; // "speaks against": instead of both where there is not room for both
    QString shortHigh = {};

    bool operator==(const BarWords&) const = default;
};

// What a colour means, in raw units: from -limit to limit (diverging) or `low` to limit (sequential). An end beyond
// which there are values is drawn as an arrow.
struct ColorBar {
    const ColorMap* colors = nullptr;
    double low = 0.0;
    double limit = 1.0;
    QString unit;
    bool valuesBelow = false;
    bool valuesAbove = false;
    BarWords words = {}; // each in its end's colour where that can be read
};

// The stripe in `body`, and arrows from its ends to those of `place` where there are values beyond.
void paintBarBody(QPainter& painter, const QRectF& place, const QRectF& body, const ColorBar& bar);

double colorBarHeight(const QFont& font);

// One line: the number and the words of the low end, the stripe, words and number of the high end. Words give way
// before the stripe does: first to the short ones, then altogether. Several bars share the place from left to right.
void paintColorBars(QPainter& painter, const QRectF& place, std::span<const ColorBar> bars, const QFont& font,
                    const QPalette& palette);

} // namespace blurig::ui
