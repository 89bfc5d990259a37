// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/laboratory/laboratory_flow.h"

#include <QString>

namespace blurig::ui {

QString pathTitle(CausalityPath kind);                      // "Blur", "Straight to black"
QString positionWords(CausalityPath kind, double position); // "σ 3.2 px", "1 − α = 0.25"
// "12 of 43 local extrema are left; on the way 0 appear and 0 of 512 grow"
QString signalWords(const SignalWay& way, int step);
// Which form of causality the path breaks, of this signal.
QString verdict(const SignalWay& way);
QString pictureWords(const CausalityWay& way);
QString causalityExplained(); // two sentences with the equation, and what blur may do in two dimensions

} // namespace blurig::ui
