// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/completeness_bar.h"
#include "ui/widgets/theme.h"

#include <QString>

#include <vector>

namespace blurig::ui {

// One number of the completeness line. Where room is short, those of high rank go first; rank 0 never goes.
struct LabelledNumber {
    QString label = {};
    QString value = {};
    QString widest = {}; // a value that keeps the room, so that the line does not jump while numbers change
    int rank = 0;
    bool missed = false; // exceeds its tolerance
};

enum class StateColor { Neutral, Good, Warning, Bad };
const QColor& colorOf(StateColor state, const ThemeColors& colors);

struct CompletenessState {
    QString words = {}; // "Converged", "Running 45 %, 0.6 s left"
    StateColor color = StateColor::Neutral;
};

std::vector<LabelledNumber> completenessNumbers(const CompletenessBar::Content& content);
CompletenessState completenessState(const CompletenessBar::Content& content);
QString completenessLine(const CompletenessBar::Content& content);

} // namespace blurig::ui
