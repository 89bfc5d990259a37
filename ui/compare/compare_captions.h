// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/explore_view.h"

#include <QString>

namespace blurig::ui {

QString methodTitle(const PaneChoice& pane); // "Integrated Gradients (black)"
// "espresso, softmax · Steps 100 · sum, clip 99 %, one range for all panes"
QString compareCaption(const RunView& run, const ModelCard& card, const DisplayChoice& display, bool sharedRange);

} // namespace blurig::ui
