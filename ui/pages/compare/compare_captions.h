// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/explore_view.h"
#include "ui/widgets/completeness_text.h"

#include <QString>

#include <vector>

namespace blurig::ui {

// What a narrow pane says of its run: the gap first, then cost and map error.
std::vector<LabelledNumber> compareFigures(const CompletenessBar::Content& content);

// "Integrated Gradients (black)", with a model "Integrated Gradients (black) · ResNet-50".
QString methodTitle(const PaneChoice& pane, const ModelInfo* model = nullptr);
// "espresso, softmax · Steps 100 · sum, clip 99 %, one range for all panes"
QString compareCaption(const RunView& run, const ModelCard& card, const DisplayChoice& display, bool sharedRange);

} // namespace blurig::ui
