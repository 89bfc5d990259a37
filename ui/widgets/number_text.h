// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace blurig::ui {

// Numbers as the window shows them: a point in every locale, so that they can be pasted anywhere, and a dash for what
// is not finite.

// So many significant digits, trailing zeros kept: "0.9510", "12.30", "1.234e-5" (below 1e-3 and from 1e5 on).
QString significant(double value, int digits);
QString fixed(double value, int decimals);

QString scoreText(double score); // three decimals; four digits from 1 on: a logit

QString sigmaText(double sigma); // "3.14", "31.4"

// A probability as "95.1 %"; what would round to 0 or 100 without being it is "< 0.1 %" or "> 99.9 %".
QString percentage(double probability);

// A fraction in per cent with two significant digits at least ("0.34 %", "3.1 %", "27 %"). With a limit that it
// exceeds, as many digits as it takes to show that: 0.010004 against 0.01 is "1.0004 %", never "1.0 %".
QString errorPercentage(double fraction, double exceededLimit = -1.0);
// The same for an absolute error.
QString errorAbsolute(double value, double exceededLimit = -1.0);

// A tooltip is rich text where it looks like it; this one never does.
QString plainToolTip(const QString& text);

// For menus and buttons: a name's "&" is itself, no mnemonic.
QString withoutMnemonic(QString text);

} // namespace blurig::ui
