// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/pane_pixels.h"

#include "ui/widgets/linked_view.h"

namespace blurig::ui {

PanePixels::PanePixels(const ImagePane& pane, const LinkedView& view)
    : m_pane(pane)
    , m_map(pane.picturePlace(), view.zoom(), view.center()) {}

double PanePixels::rowOf(double y) const {
    return m_pane.lowAtBottom() ? m_pane.geometry().modelHeight - y : y;
}

QPointF PanePixels::toModel(QPointF widget) const {
    const InputGeometry& geometry = m_pane.geometry();
    const QPointF unit = m_map.toUnit(widget);
    if (m_pane.frameKind() == FrameKind::Model)
        return {unit.x() * geometry.modelWidth, rowOf(unit.y() * geometry.modelHeight)};
    return {(unit.x() * m_pane.originalSize().width() - geometry.source.x) / geometry.scaleX(),
            rowOf((unit.y() * m_pane.originalSize().height() - geometry.source.y) / geometry.scaleY())};
}

QPointF PanePixels::toPhoto(QPointF widget) const {
    const InputGeometry& geometry = m_pane.geometry();
    const QPointF model = toModel(widget);
    return {geometry.source.x + model.x() * geometry.scaleX(), geometry.source.y + model.y() * geometry.scaleY()};
}

QPointF PanePixels::modelToWidget(QPointF model) const {
    const InputGeometry& geometry = m_pane.geometry();
    const double row = rowOf(model.y());
    if (m_pane.frameKind() == FrameKind::Model)
        return m_map.toWidget({model.x() / geometry.modelWidth, row / geometry.modelHeight});
    return m_map.toWidget({(geometry.source.x + model.x() * geometry.scaleX()) / m_pane.originalSize().width(),
                           (geometry.source.y + row * geometry.scaleY()) / m_pane.originalSize().height()});
}

QTransform PanePixels::frameToWidget(QSize cells) const {
    const QRectF& whole = m_map.whole();
    return {whole.width() / cells.width(), 0, 0, whole.height() / cells.height(), whole.x(), whole.y()};
}

} // namespace blurig::ui
