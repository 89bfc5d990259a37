// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/run_mask.h"
#include "ui/widgets/image_pane.h"

#include <QPainterPath>
#include <QSize>

#include <optional>

namespace blurig::ui {

// The edge of a painted mask in the frame of a pane: in model pixels, as it is scored, or over the whole photo in cells
// of a grid. Panes of one frame share it: it is found once for each mask.
class MaskOutline {
public:
    struct Shape {
        QPainterPath path = {};
        QSize cells = {}; // of the frame; the path is in these
    };
    const Shape& of(const RunMask& mask, const ImagePane& pane);

private:
    RunMask m_mask;
    std::optional<InputGeometry> m_grid; // that the shape is of
    Shape m_shape;
};

} // namespace blurig::ui
