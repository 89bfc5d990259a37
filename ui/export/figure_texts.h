// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/explore_view.h"

#include <QString>

namespace blurig::ui {

// "espresso, softmax · EfficientNet-Lite0 · coffee.png"; what is not known yet is left out.
QString figureTitle(const ExploreView& view);

// Of a run, for a caption: the method, the numbers of its completeness but no seconds, how it ended, then every
// parameter as it ran; a switch that is off is left out.
QString runFacts(const RunView& run, const Activity& activity, const std::string& method);

} // namespace blurig::ui
