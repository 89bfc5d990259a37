// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/raster.h"
#include "ui/widgets/image_pane.h"

#include <QImage>
#include <QString>

#include <vector>

namespace blurig::ui {

// Panes in rows of so many columns, with titles, captions and colour bars, and `text` under them.
QImage figureOf(const std::vector<const ImagePane*>& panes, int columns, const QString& text, double scale);

Raster rasterOf(const QImage& image);

} // namespace blurig::ui
