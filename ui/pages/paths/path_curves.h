// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/paths/paths_flow.h"
#include "ui/widgets/scale_chart.h"

#include <vector>

class QPalette;

namespace blurig::ui {

// F at the nodes of both paths against the slider's sigma: a place of the straight path lies at the sigma that is as
// far on the blur path's way. Each curve has its cursor where its path is looked at.
std::vector<ScoreCurve> pathCurves(const PathSide& blur, const PathSide& straight, const QPalette& palette);

} // namespace blurig::ui
