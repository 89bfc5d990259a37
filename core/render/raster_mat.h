// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/raster.h"

#include <opencv2/core/mat.hpp>

namespace blurig {

// Internal to render: a copy as a matrix to draw on, and back. RGBA order, not OpenCV's usual BGR.
cv::Mat4b matOf(const Raster& raster);
Raster rasterOf(const cv::Mat4b& pixels);

} // namespace blurig
