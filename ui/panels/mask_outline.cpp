// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/mask_outline.h"

#include "ui/widgets/outline_path.h"

#include <algorithm>

namespace blurig::ui {

namespace {

constexpr int mostCells = 512; // along the photo's longer side

InputGeometry gridOf(const RunMask& mask, const ImagePane& pane) {
    if (pane.frameKind() == FrameKind::Model)
        return pane.geometry();
    const QSize photo(mask.width(), mask.height());
    const QSize cells = photo.boundedTo(photo.scaled(mostCells, mostCells, Qt::KeepAspectRatio)).expandedTo({1, 1});
    return {.modelWidth = cells.width(),
            .modelHeight = cells.height(),
            .source = {.x = 0, .y = 0, .width = 1.0 * photo.width(), .height = 1.0 * photo.height()}};
}

} // namespace

const MaskOutline::Shape& MaskOutline::of(const RunMask& mask, const ImagePane& pane) {
    const InputGeometry grid = gridOf(mask, pane);
    if (m_grid == grid && m_mask == mask)
        return m_shape;
    m_mask = mask;
    m_grid = grid;
    m_shape = {.path = mask.empty() ? QPainterPath() : pathOf(outlines(inModelPixels(mask, grid))),
               .cells = {grid.modelWidth, grid.modelHeight}};
    return m_shape;
}

} // namespace blurig::ui
