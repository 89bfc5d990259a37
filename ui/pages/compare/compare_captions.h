// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/explore_view.h"
#include "ui/widgets/completeness_text.h"

#include <QString>

namespace blurig::ui {

// "Integrated Gradients (black)", with a model "Integrated Gradients (black) · ResNet-50".
QString methodTitle(const PaneChoice& pane, const ModelInfo* model = nullptr);
// What tells it from other panes of its method: "black", "black · Steps 100 · ResNet-50". Not its effort.
QString variantOf(const PaneChoice& pane, const ModelInfo* model = nullptr);
// "espresso, softmax · Steps 100 · sum, clip 99 %, own range"
QString compareCaption(const RunView& run, const ModelCard& card, const DisplayChoice& display, bool sharedRange);

// The one figure of a header: how far a run is, its gap, or what it cost where there is no gap.
struct HeadFigure {
    QString words; // "gap 0.45 %"
    QString brief; // "0.45 %"
};
HeadFigure headFigure(const CompletenessBar::Content& content);
QString figureLines(const CompletenessBar::Content& content); // all figures and the state, a line each

} // namespace blurig::ui
