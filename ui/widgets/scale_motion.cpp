// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/scale_motion.h"

#include "ui/widgets/scale_axis.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double fine = 1.0 / 200;
constexpr double coarse = 1.0 / 20;
constexpr double page = 1.0 / 10;
constexpr double notch = 1.0 / 100;
constexpr int restMilliseconds = 250;

} // namespace

ScaleMotion::ScaleMotion() {
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    QObject::connect(&m_rest, &QTimer::timeout, &m_rest, [this] { released(); });
}

bool ScaleMotion::handle(QEvent* event) {
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() != Qt::LeftButton)
            return false;
        m_dragging = true;
        moveTo(sigmaAtPixel(mouse->position().x()));
        return true;
    }
    case QEvent::MouseMove:
        if (!m_dragging)
            return false;
        moveTo(sigmaAtPixel(static_cast<QMouseEvent*>(event)->position().x()));
        return true;
    case QEvent::MouseButtonRelease:
        if (!m_dragging || static_cast<QMouseEvent*>(event)->button() != Qt::LeftButton)
            return false;
        m_dragging = false;
        released();
        return true;
    case QEvent::Wheel:
        return wheel(static_cast<QWheelEvent*>(event));
    case QEvent::KeyPress:
        return key(static_cast<QKeyEvent*>(event));
    default:
        return false;
    }
}

bool ScaleMotion::key(const QKeyEvent* event) {
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? coarse : fine;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        moveBy(-step);
        break;
    case Qt::Key_Right:
    case Qt::Key_Up:
        moveBy(step);
        break;
    case Qt::Key_PageDown:
        moveBy(-page);
        break;
    case Qt::Key_PageUp:
        moveBy(page);
        break;
    case Qt::Key_Home:
        moveTo(0);
        break;
    case Qt::Key_End:
        moveTo(place().sigmaMax);
        break;
    case Qt::Key_BracketLeft:
        moveToNode(-1);
        break;
    case Qt::Key_BracketRight:
        moveToNode(1);
        break;
    default:
        return false;
    }
    m_rest.start();
    return true;
}

bool ScaleMotion::wheel(QWheelEvent* event) {
    const QPoint angle = event->angleDelta(); // Shift turns it sideways on some systems
    const double notches = (angle.y() != 0 ? angle.y() : angle.x()) / 120.0;
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? coarse : notch;
    event->accept();
    if (place().snap) {
        m_notches += notches;
        for (; std::abs(m_notches) >= 1; m_notches -= std::copysign(1.0, m_notches))
            moveToNode(m_notches > 0 ? 1 : -1);
    } else {
        moveBy(notches * step);
    }
    m_rest.start();
    return true;
}

void ScaleMotion::moveTo(double sigma) {
    const Place at = place();
    sigma = std::clamp(sigma, 0.0, at.sigmaMax);
    if (at.snap)
        sigma = std::clamp(nearestNode(*at.nodes, sigma).value_or(sigma), 0.0, at.sigmaMax);
    if (sigma != at.sigma)
        moved(sigma);
}

void ScaleMotion::moveBy(double fraction) {
    const Place at = place();
    if (at.snap && !at.nodes->empty())
        moveToNode(fraction > 0 ? 1 : -1);
    else
        moveTo(steppedSigma(at.sigma, fraction, at.sigmaMax));
}

void ScaleMotion::moveToNode(int direction) {
    const Place at = place();
    if (const auto node = nextNode(*at.nodes, at.sigma, direction))
        moveTo(*node);
}

} // namespace blurig::ui
