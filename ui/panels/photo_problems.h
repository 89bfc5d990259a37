// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

class QLabel;

namespace blurig::ui {

QString photosText(int count); // "1 photo", "12 photos"

// How many photos could not be used and why, the first ones; all of them in the tool tip. Hidden where there are none.
void showProblems(QLabel* label, const QStringList& problems);

} // namespace blurig::ui
