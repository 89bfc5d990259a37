// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/scale_chart.h"

#include <vector>

namespace blurig::ui {

// Of a chart's y axis: 0 to 1 for probabilities (less where all are small), what the scores need for logits.
struct ScoreRange {
    double low = 0;
    double high = 1;
};
ScoreRange scoreRange(const std::vector<ScoreCurve>& curves);

} // namespace blurig::ui
