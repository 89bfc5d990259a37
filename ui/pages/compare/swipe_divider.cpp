// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/swipe_divider.h"

#include "ui/widgets/image_pane.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {
constexpr int thickness = 23;    // px, odd: the line is in the middle
constexpr double radius = 10;    // of the grip
constexpr double keyStep = 0.01; // of the picture's width
constexpr double manySteps = 10; // with Shift
} // namespace

SwipeDivider::SwipeDivider(ImagePane* pane)
    : QWidget(pane)
    , m_pane(pane) {
    setObjectName(QStringLiteral("swipeDivider"));
    setAccessibleName(tr("Divider between A and B"));
    setToolTip(tr("A is at the left, B at the right"));
    setCursor(Qt::SplitHCursor);
    setFocusPolicy(Qt::StrongFocus);
    pane->installEventFilter(this);
}

QSize SwipeDivider::sizeHint() const {
    return {thickness, thickness};
}

void SwipeDivider::setPosition(double position) {
    m_position = position;
    place();
}

void SwipeDivider::place() {
    const QRectF picture = m_pane->picturePlace();
    const double line = picture.left() + m_position * picture.width();
    setGeometry(QRect(static_cast<int>(std::lround(line)) - thickness / 2, static_cast<int>(std::lround(picture.top())),
                      thickness, static_cast<int>(std::lround(picture.height()))));
}

bool SwipeDivider::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_pane && (event->type() == QEvent::Resize || event->type() == QEvent::FontChange))
        place();
    return QWidget::eventFilter(watched, event);
}

void SwipeDivider::move(double position) {
    position = std::clamp(position, 0.0, 1.0);
    if (position == m_position)
        return;
    setPosition(position);
    Q_EMIT moved(position);
}

void SwipeDivider::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        m_grabbed = event->position().x() - width() / 2.0;
}

void SwipeDivider::mouseMoveEvent(QMouseEvent* event) {
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    const QRectF picture = m_pane->picturePlace();
    if (picture.width() > 0)
        move((mapToParent(event->position()).x() - m_grabbed - picture.left()) / picture.width());
}

void SwipeDivider::keyPressEvent(QKeyEvent* event) {
    const double step = keyStep * (event->modifiers().testFlag(Qt::ShiftModifier) ? manySteps : 1);
    switch (event->key()) {
    case Qt::Key_Left:
        return move(m_position - step);
    case Qt::Key_Right:
        return move(m_position + step);
    case Qt::Key_Home:
        return move(0);
    case Qt::Key_End:
        return move(1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void SwipeDivider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle(width() / 2.0, height() / 2.0);
    painter.setPen(QPen(QColor(0, 0, 0, 150), 1));
    painter.setBrush(hasFocus() ? themeColors(palette()).accent : QColor(Qt::white));
    painter.drawEllipse(middle, radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(hasFocus() ? QColor(Qt::white) : QColor(40, 40, 40));
    for (const double side : {-1.0, 1.0}) {
        const QPointF tip = middle + QPointF(side * 7, 0);
        painter.drawPolygon(QPolygonF({tip, tip + QPointF(-side * 4.5, -4), tip + QPointF(-side * 4.5, 4)}));
    }
}

} // namespace blurig::ui
