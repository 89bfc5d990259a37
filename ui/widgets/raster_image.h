// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/raster.h"

#include <QImage>

namespace blurig::ui {

// RGB32, or ARGB32_Premultiplied. QImage's own conversion gives parts of so small an image to a thread pool and waits.
QImage imageOf(const Raster& raster, QImage::Format format);

} // namespace blurig::ui
