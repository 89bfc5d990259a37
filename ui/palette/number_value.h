// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/palette/palette_row.h"

#include <QString>

#include <functional>
#include <vector>

namespace blurig::ui {

// A number that can be typed, with its range.
struct NumberValue {
    QString word;  // "sigma"
    QString name;  // as a sentence begins with it: "Sigma"
    QString setTo; // "Set sigma to %1"
    double from = 0;
    double to = 1;
    double now = 0;
    QString unit; // "px"
    QString help;
    std::function<void(double)> set;
};

// The row for a typed number; a comma is a point, the unit may follow. A number beyond the range's upper end is set to
// this end, and the row says so. What is no number, or lies below the range, sets nothing.
std::vector<PaletteRow> numberRows(const NumberValue& value, const QString& typed);

} // namespace blurig::ui
