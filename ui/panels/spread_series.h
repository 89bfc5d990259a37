// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace blurig::ui {

// A figure's values of one method or group, one a photo.
struct SpreadSeries {
    QString name;
    std::vector<double> values; // ascending
};

} // namespace blurig::ui
