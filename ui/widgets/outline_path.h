// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/top_area.h"

#include <QPainterPath>

namespace blurig::ui {

QPainterPath pathOf(const std::vector<Outline>& outlines); // in pixels of their mask

} // namespace blurig::ui
