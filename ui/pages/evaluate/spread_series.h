// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace blurig::ui {

// A method's values of one figure, one a photo.
struct SpreadSeries {
    QString name;
    std::vector<double> values; // ascending
};

} // namespace blurig::ui
