// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/score_range.h"

#include <algorithm>
#include <cmath>

namespace blurig::ui {

ScoreRange scoreRange(const std::vector<ScoreCurve>& curves) {
    double low = 0;
    double high = 0;
    for (const ScoreCurve& curve : curves) {
        for (const double score : curve.scores) {
            if (!std::isfinite(score))
                continue;
            low = std::min(low, score);
            high = std::max(high, score);
        }
    }
    if (low >= 0 && high <= 1 && (high > 0.5 || high == 0))
        return {0, 1.04};
    const double room = 0.06 * (high - low);
    return {low < 0 ? low - room : 0, high + room};
}

} // namespace blurig::ui
