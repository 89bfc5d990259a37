// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/color_map.h"

#include <QLinearGradient>

namespace blurig::ui {

// From the colour of the low end to that of the high end. A gradient, not a picture: it stays sharp in vector files.
QLinearGradient colorGradient(const ColorMap& map, QPointF low, QPointF high);

} // namespace blurig::ui
