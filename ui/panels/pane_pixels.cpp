// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/pane_pixels.h"

#include "ui/widgets/linked_view.h"

namespace blurig::ui {

PanePixels::PanePixels(const ImagePane& pane, const LinkedView& view)
    : m_pane(pane)
    , m_map(pane.picturePlace(), view.zoom(), view.center()) {}

QPointF PanePixels::toModel(QPointF widget) const {
    const InputGeometry& geometry = m_pane.geometry();
    if (m_pane.frameKind() == FrameKind::Model) {
        const QPointF unit = m_map.toUnit(widget);
        return {unit.x() * geometry.modelWidth, unit.y() * geometry.modelHeight};
    }
    const QPointF photo = toPhoto(widget);
    return {(photo.x() - geometry.source.x) / geometry.scaleX(), (photo.y() - geometry.source.y) / geometry.scaleY()};
}

QPointF PanePixels::toPhoto(QPointF widget) const {
    if (m_pane.frameKind() == FrameKind::Original) {
        const QPointF unit = m_map.toUnit(widget);
        return {unit.x() * m_pane.originalSize().width(), unit.y() * m_pane.originalSize().height()};
    }
    const InputGeometry& geometry = m_pane.geometry();
    const QPointF model = toModel(widget);
    return {geometry.source.x + model.x() * geometry.scaleX(), geometry.source.y + model.y() * geometry.scaleY()};
}

QPointF PanePixels::modelToWidget(QPointF model) const {
    const InputGeometry& geometry = m_pane.geometry();
    if (m_pane.frameKind() == FrameKind::Model)
        return m_map.toWidget({model.x() / geometry.modelWidth, model.y() / geometry.modelHeight});
    return m_map.toWidget({(geometry.source.x + model.x() * geometry.scaleX()) / m_pane.originalSize().width(),
                           (geometry.source.y + model.y() * geometry.scaleY()) / m_pane.originalSize().height()});
}

QTransform PanePixels::frameToWidget(QSize cells) const {
    const QRectF& whole = m_map.whole();
    return {whole.width() / cells.width(), 0, 0, whole.height() / cells.height(), whole.x(), whole.y()};
}

} // namespace blurig::ui
