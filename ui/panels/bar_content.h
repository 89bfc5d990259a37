// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/explore_view.h"
#include "ui/widgets/completeness_bar.h"

namespace blurig::ui {

// Of one run, by the label of its method.
CompletenessBar::Content runBar(const RunView& run, const Activity& activity, const std::string& method);

// The completeness lines: of the path that the slider follows, and of what stands beside it.
CompletenessBar::Content exploreBar(const ExploreView& view);
CompletenessBar::Content besideBar(const ExploreView& view, const Choice& choice);

QString startNameOf(const Parameters& parameters); // "F(blurred)", "F(black)": the far end of the method's path

} // namespace blurig::ui
