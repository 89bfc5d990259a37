// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/export/figure_layout.h"

class QPainter;

namespace blurig::ui {

void paintHead(QPainter& painter, const HeadPlace& place, const FigureStyle& style);
// The picture with its scale bar, and its colour bars.
void paintPanel(QPainter& painter, const PanelPlace& place, const FigurePanel& panel, const FigureStyle& style);

} // namespace blurig::ui
