// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/mask_brush.h"

#include "ui/panels/pane_pixels.h"
#include "ui/panels/region_marker.h"
#include "ui/widgets/linked_view.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>
#include <utility>

namespace blurig::ui {

MaskBrush::MaskBrush(ImagePane* pane, LinkedView* view)
    : PaneOverlay(pane, view) {}

void MaskBrush::setTool(MarkTool tool) {
    m_tool = tool;
    update();
}

void MaskBrush::setDiameter(double modelPixels) {
    m_diameter = modelPixels;
    update();
}

void MaskBrush::setMask(std::shared_ptr<const MaskOverlay> mask) {
    m_mask = std::move(mask);
    update();
}

double MaskBrush::radius() const {
    const InputGeometry& geometry = pane()->geometry();
    return m_diameter / 2 * std::sqrt(geometry.scaleX() * geometry.scaleY());
}

bool MaskBrush::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::Leave:
        m_pointer.reset();
        update();
        break;
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
        if (mouse(static_cast<QMouseEvent*>(event)))
            return true;
        break;
    default:
        break;
    }
    return PaneOverlay::eventFilter(watched, event);
}

bool MaskBrush::mouse(QMouseEvent* event) {
    if (m_tool == MarkTool::Box && !m_last)
        return false;
    m_pointer = event->position();
    update();
    const bool begins = event->type() == QEvent::MouseButtonPress && event->button() == Qt::LeftButton &&
                        event->modifiers().testFlag(Qt::ShiftModifier) && pane()->hasPicture() &&
                        pane()->picturePlace().contains(event->position());
    if (begins)
        m_stroke = event->modifiers().testFlag(Qt::AltModifier) ? MarkTool::Erase : m_tool;
    if (!begins && !m_last)
        return false;
    const QPointF photo = PanePixels(*pane(), *view()).toPhoto(event->position());
    if (begins || *m_last != photo)
        strokeTo(photo);
    if (event->type() == QEvent::MouseButtonRelease) {
        m_last.reset();
        Q_EMIT strokeEnded();
    }
    return true;
}

void MaskBrush::strokeTo(QPointF photo) {
    const QPointF from = m_last.value_or(photo);
    m_last = photo;
    Q_EMIT stroked({.fromX = from.x(), .fromY = from.y(), .toX = photo.x(), .toY = photo.y(), .radius = radius()},
                   m_stroke);
}

void MaskBrush::paintRing(QPainter& painter) const {
    const PanePixels pixels(*pane(), *view());
    const InputGeometry& geometry = pane()->geometry();
    const QPointF middle = pixels.toModel(*m_pointer);
    const QPointF corner =
        pixels.modelToWidget(middle + QPointF(radius() / geometry.scaleX(), radius() / geometry.scaleY()));
    const QPointF half = corner - *m_pointer;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const bool erases = (m_last ? m_stroke : m_tool) == MarkTool::Erase;
    const Qt::PenStyle line = erases ? Qt::DashLine : Qt::SolidLine;
    painter.setPen(QPen(QColor(0, 0, 0, 170), 3));
    painter.drawEllipse(*m_pointer, half.x(), half.y());
    painter.setPen(QPen(Qt::white, 1.5, line));
    painter.drawEllipse(*m_pointer, half.x(), half.y());
}

void MaskBrush::paintEvent(QPaintEvent*) {
    if (!pane()->hasPicture())
        return;
    QPainter painter(this);
    painter.setClipRect(pane()->picturePlace());
    if (m_mask)
        m_mask->paint(painter, pane()->picturePlace(), PanePixels(*pane(), *view()).frameToWidget(m_mask->cells()),
                      regionColor(palette(), 0));
    if (m_tool != MarkTool::Box && m_pointer && pane()->picturePlace().contains(*m_pointer))
        paintRing(painter);
}

} // namespace blurig::ui
