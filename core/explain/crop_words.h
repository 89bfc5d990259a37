// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/reading.h"
#include "core/image/preprocess.h"
#include "core/record/choice.h"

#include <string>
#include <string_view>

namespace blurig {

// Which part of the photo the model sees, as text and in a choice.
std::string_view name(CropRule rule);  // "card", "padded", "squashed", "rectangle"
Crop parseCrop(std::string_view text); // the first three, or "X,Y,WIDTH,HEIGHT"; throws Error (Argument)
std::string toText(const Crop& crop);  // reads back by parseCrop(), to the last bit

Crop cropOf(const CropChoice& choice, Reading reading);
CropChoice choiceOf(const Crop& crop);

} // namespace blurig
