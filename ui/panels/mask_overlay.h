// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/evaluate/run_mask.h"
#include "ui/widgets/image_pane.h"

#include <QColor>
#include <QPainterPath>
#include <QPixmap>
#include <QSize>
#include <QTransform>

#include <memory>
#include <optional>

namespace blurig::ui {

// A painted mask as it lies over panes: hatched, inside an edge that is seen on any ground. Wide lines along the edges
// of pixels are slow: they are drawn once for all panes of one size and view.
class MaskOverlay {
public:
    MaskOverlay(const RunMask& mask, const InputGeometry& grid);

    bool isEmpty() const { return m_path.isEmpty(); }
    // `onto`: from the cells of the grid, into which the frame is divided, to the widget that is painted.
    void paint(QPainter& painter, const QRectF& place, const QTransform& onto, const QColor& color) const;
    QSize cells() const { return m_cells; }

private:
    struct View {
        QSizeF size;
        QTransform onto;
        QColor color;
        qreal pixels = 1;

        bool operator==(const View&) const = default;
    };
    QPixmap drawn(const View& view) const;

    QPainterPath m_path; // in cells
    QSize m_cells;
    mutable std::optional<View> m_view; // of the picture
    mutable QPixmap m_picture;
};

// The overlay for each frame in which panes are laid out: the model's pixels, as they are scored, or the whole photo.
class MaskOverlays {
public:
    std::shared_ptr<const MaskOverlay> of(const RunMask& mask, const ImagePane& pane);

private:
    RunMask m_mask;
    std::optional<InputGeometry> m_grid; // of the last one
    std::shared_ptr<const MaskOverlay> m_overlay;
};

} // namespace blurig::ui
