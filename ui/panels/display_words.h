// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/choice.h"
#include "ui/widgets/color_bar.h"

#include <QString>

namespace blurig::ui {

// Of an attribution, the sign means something for the target; of the LoG band and a gradient it does not.
enum class MapMeaning { Attribution, Values };

// A look as captions tell it: "sum, positive, clip 10 to 99 % of the whole map", "sum, top 20 % (supports it most)".
// `whose` percentiles the clip takes; may be empty.
QString drawnWords(const DisplayChoice& display, MapMeaning meaning, const QString& whose = {});

// What the ends of an attribution's colours stand for: "speaks against tabby", "supports tabby".
BarWords barWords(const DisplayChoice& display, const QString& target);

} // namespace blurig::ui
