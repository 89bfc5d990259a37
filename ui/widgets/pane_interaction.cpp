// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/pane_interaction.h"

#include "ui/widgets/image_pane.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDrag>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPixmap>
#include <QWheelEvent>

#include <cmath>

namespace blurig::ui {

namespace {

constexpr double zoomPerNotch = 1.25;
constexpr double manyPixels = 10; // with Shift

} // namespace

PaneInteraction::PaneInteraction(ImagePane& pane, LinkedView* view, std::function<Surface()> surface)
    : m_pane(pane)
    , m_view(view)
    , m_surface(std::move(surface)) {}

bool PaneInteraction::handle(QEvent* event) {
    if (!m_view)
        return false;
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove:
        return move(static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease:
        return release(static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonDblClick:
        m_drag = Drag::None;
        if (m_surface().title.contains(static_cast<QMouseEvent*>(event)->position())) {
            Q_EMIT m_pane.maximizeRequested();
            return true;
        }
        m_view->setPinned(false);
        m_view->reset();
        return true;
    case QEvent::Leave:
        if (!m_view->pinned())
            m_view->setCrosshair({});
        return false;
    case QEvent::Wheel:
        return wheel(static_cast<QWheelEvent*>(event));
    case QEvent::KeyPress:
        return key(static_cast<QKeyEvent*>(event));
    case QEvent::ContextMenu:
        return contextMenu(static_cast<QContextMenuEvent*>(event));
    default:
        return false;
    }
}

bool PaneInteraction::press(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return false;
    const Surface surface = m_surface();
    const bool out = event->modifiers().testFlag(Qt::ControlModifier) || surface.title.contains(event->position());
    m_drag = out ? Drag::PressedToDragOut : Drag::Pressed;
    m_pressed = event->position();
    m_centerWhenPressed = m_view->center();
    return true;
}

bool PaneInteraction::move(QMouseEvent* event) {
    const Surface surface = m_surface();
    const QPointF way = event->position() - m_pressed;
    const bool far = way.manhattanLength() >= QApplication::startDragDistance();
    if (m_drag == Drag::PressedToDragOut) {
        if (far && surface.hasPicture) {
            m_drag = Drag::None;
            dragOut();
        }
        return true;
    }
    if (m_drag == Drag::Pressed && far && m_view->zoom() > 1)
        m_drag = Drag::Panning;
    if (m_drag == Drag::Panning) {
        const QRectF& whole = surface.map.whole();
        m_view->setView(m_view->zoom(),
                        m_centerWhenPressed - QPointF(way.x() / whole.width(), way.y() / whole.height()));
    }
    if (m_view->pinned())
        return true;
    if (surface.hasPicture && surface.map.picture().contains(event->position()))
        m_view->setCrosshair(surface.map.toUnit(event->position()));
    else
        m_view->setCrosshair({});
    return true;
}

bool PaneInteraction::release(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return false;
    const Surface surface = m_surface();
    const bool clicked = m_drag == Drag::Pressed &&
                         (event->position() - m_pressed).manhattanLength() < QApplication::startDragDistance();
    m_drag = Drag::None;
    if (clicked && surface.hasPicture && surface.map.picture().contains(event->position())) {
        const bool pin = !m_view->pinned();
        m_view->setCrosshair(surface.map.toUnit(event->position()));
        m_view->setPinned(pin);
    }
    return true;
}

bool PaneInteraction::wheel(QWheelEvent* event) {
    const Surface surface = m_surface();
    if (!surface.hasPicture || !surface.map.picture().contains(event->position()))
        return false;
    const double notches = event->angleDelta().y() / 120.0;
    m_view->zoomAt(surface.map.toUnit(event->position()), std::pow(zoomPerNotch, notches));
    event->accept();
    return true;
}

bool PaneInteraction::key(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT m_pane.copyRequested();
        return true;
    }
    const double pixels = event->modifiers().testFlag(Qt::ShiftModifier) ? manyPixels : 1;
    const QPointF fixedPoint = m_view->crosshair().value_or(m_view->center());
    switch (event->key()) {
    case Qt::Key_Left:
        moveCrosshair({-pixels, 0});
        return true;
    case Qt::Key_Right:
        moveCrosshair({pixels, 0});
        return true;
    case Qt::Key_Up:
        moveCrosshair({0, -pixels});
        return true;
    case Qt::Key_Down:
        moveCrosshair({0, pixels});
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_view->zoomAt(fixedPoint, zoomPerNotch);
        return true;
    case Qt::Key_Minus:
        m_view->zoomAt(fixedPoint, 1 / zoomPerNotch);
        return true;
    case Qt::Key_0:
        m_view->reset();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT m_pane.maximizeRequested();
        return true;
    case Qt::Key_Escape:
        if (!m_view->crosshair())
            return false;
        m_view->setCrosshair({});
        return true;
    default:
        return false;
    }
}

bool PaneInteraction::contextMenu(QContextMenuEvent* event) {
    auto* menu = new QMenu(&m_pane);
    menu->setObjectName(QStringLiteral("paneMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(ImagePane::tr("Fill the canvas"), &m_pane, &ImagePane::maximizeRequested);
    menu->addActions(m_pane.actions());
    menu->addSeparator();
    menu->addAction(ImagePane::tr("Copy picture"), &m_pane, &ImagePane::copyRequested);
    menu->addAction(ImagePane::tr("Copy as command"), &m_pane, &ImagePane::copyCommandRequested);
    menu->addAction(ImagePane::tr("Save picture..."), &m_pane, &ImagePane::savePictureRequested);
    menu->addAction(ImagePane::tr("Save array..."), &m_pane, &ImagePane::saveArrayRequested);
    menu->setEnabled(m_surface().hasPicture);
    menu->popup(event->globalPos());
    return true;
}

// A crosshair that the keys moved stays where it is.
void PaneInteraction::moveCrosshair(QPointF pixels) {
    const Surface surface = m_surface();
    if (!surface.hasPicture)
        return;
    const QPointF step(surface.pixelStep.x() * pixels.x(), surface.pixelStep.y() * pixels.y());
    const std::optional<QPointF> from = m_view->crosshair();
    m_view->setCrosshair(from ? *from + step : m_view->center());
    m_view->setPinned(true);
}

void PaneInteraction::dragOut() {
    QMimeData* data = m_pane.dragData();
    const auto figure = data->imageData().value<QImage>();
    auto* drag = new QDrag(&m_pane);
    drag->setMimeData(data);
    drag->setPixmap(QPixmap::fromImage(figure.scaledToWidth(160, Qt::SmoothTransformation)));
    drag->exec(Qt::CopyAction);
}

} // namespace blurig::ui
