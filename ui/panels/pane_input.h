// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/engine/subject.h"
#include "ui/widgets/image_pane.h"

namespace blurig::ui {

QString missingInputText(const Subject& subject); // what there is to open; the subject has no input

// Photo and frame of a pane that is to show something of this input; without one, a message what is missing.
void setPaneInput(ImagePane& pane, const Subject& input, FrameKind frame);

// The same while the input may be the one that is shown already: then its frame alone is told. `shown` becomes the
// input's z; says whether it was another one.
bool followPaneInput(ImagePane& pane, const Subject& input, FrameKind frame, Array& shown);

} // namespace blurig::ui
