// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/explore_view.h"

#include <QString>

namespace blurig::ui {

// What stands under each pane: every choice that made its picture.
QString blurredCaption(const ExploreView& view);
QString laplacianCaption(const ExploreView& view, const DisplayChoice& display);
QString gradientCaption(const ExploreView& view, const DisplayChoice& display);
QString accumulatedCaption(const ExploreView& view, const DisplayChoice& display);
QString besideCaption(const ExploreView& view, const DisplayChoice& display);

QString targetWords(const RunView& run, const ExploreView& view); // "espresso"
QString targetText(const RunView& run, const ExploreView& view);  // "espresso, softmax"

// The exact gradient of the probe where it belongs to the frame's scale and to the map's target.
bool probeFits(const ExploreView& view);
bool gradientIsExact(const ExploreView& view); // by a probe or a node at the frame's scale

} // namespace blurig::ui
