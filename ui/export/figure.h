// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/raster.h"
#include "ui/explore/pane_row.h"

#include <QImage>
#include <QString>

namespace blurig::ui {

// The visible panes side by side with titles, captions and colour bars, and `line` under them.
QImage figureOf(const PaneRow& panes, const QString& line, double scale);

Raster rasterOf(const QImage& image);

} // namespace blurig::ui
