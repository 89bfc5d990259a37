// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/explore_view.h"
#include "ui/widgets/image_pane.h"

namespace blurig::ui {

QString missingInputText(const ExploreView& view); // what there is to open; the view has no input

// Photo and frame of a pane that is to show something of this input; without one, a message what is missing.
void setPaneInput(ImagePane& pane, const ExploreView& input, FrameKind frame);

} // namespace blurig::ui
