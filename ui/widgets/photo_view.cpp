// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/photo_view.h"

#include "ui/widgets/crop_drag.h"
#include "ui/widgets/frame_map.h"
#include "ui/widgets/photo_pyramid.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double margin = 4;
constexpr double reach = 7;  // of a handle, logical pixels
constexpr double handle = 7; // its side

QRectF toQt(const PixelRect& rectangle) {
    return {rectangle.x, rectangle.y, rectangle.width, rectangle.height};
}

} // namespace

struct PhotoView::Data {
    std::shared_ptr<PhotoPyramid> photo;
    qint64 photoKey = 0;
    QRectF crop; // pixels of the photo
    double aspectRatio = 1.0;

    bool pressed = false;
    bool dragging = false;
    CropGrip grip;
    QPointF from; // pixels of the photo
    QPointF pressedAt;
    QRectF dragged;
    bool hovered = false;

    QSizeF photoSize() const { return photo ? QSizeF(photo->size()) : QSizeF(); }
    QRectF place(const PhotoView& view) const {
        const QRectF room = QRectF(view.rect()).adjusted(margin, margin, -margin, -margin);
        QRectF fitted(QPointF(0, 0), photoSize().scaled(room.size(), Qt::KeepAspectRatio));
        fitted.moveCenter(room.center());
        const double ratio = view.devicePixelRatioF();
        return {std::round(fitted.x() * ratio) / ratio, std::round(fitted.y() * ratio) / ratio,
                std::round(fitted.width() * ratio) / ratio, std::round(fitted.height() * ratio) / ratio};
    }
    double scale(const PhotoView& view) const { return place(view).width() / photoSize().width(); }
    QPointF toPhoto(const PhotoView& view, QPointF widget) const {
        return (widget - place(view).topLeft()) / scale(view);
    }
    const QRectF& shown() const { return dragging ? dragged : crop; }
};

PhotoView::PhotoView(QWidget* parent)
    : QWidget(parent)
    , m(std::make_unique<Data>()) {
    setObjectName(QStringLiteral("photoView"));
    setAccessibleName(tr("Photo and the part of it that the model sees"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(120, 100);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

PhotoView::~PhotoView() = default;

QSize PhotoView::sizeHint() const {
    return {240, 200};
}

void PhotoView::setPhoto(const QImage& photo) {
    const qint64 key = photo.isNull() ? 0 : photo.cacheKey();
    if (key == m->photoKey)
        return;
    m->photoKey = key;
    m->photo = PhotoPyramid::of(photo);
    m->pressed = m->dragging = false;
    setCursor(photo.isNull() ? Qt::ArrowCursor : Qt::CrossCursor);
    update();
}

void PhotoView::setCrop(const PixelRect& seen, double aspectRatio) {
    const double ratio = aspectRatio > 0 && std::isfinite(aspectRatio) ? aspectRatio : 1.0;
    if (toQt(seen) == m->crop && ratio == m->aspectRatio)
        return;
    m->crop = toQt(seen);
    m->aspectRatio = ratio;
    update();
}

bool PhotoView::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
        if (mouse(static_cast<QMouseEvent*>(event)))
            return true;
        break;
    case QEvent::KeyPress:
        if (key(static_cast<QKeyEvent*>(event)))
            return true;
        break;
    case QEvent::Enter:
    case QEvent::Leave:
        m->hovered = event->type() == QEvent::Enter;
        update();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

bool PhotoView::mouse(QMouseEvent* event) {
    if (!m->photo)
        return false;
    const QPointF at = m->toPhoto(*this, event->position());
    if (event->type() == QEvent::MouseButtonPress && event->button() == Qt::LeftButton) {
        const bool anew = event->modifiers().testFlag(Qt::ControlModifier);
        m->grip = anew ? CropGrip{} : gripAt(m->crop, m->photoSize(), at, reach / m->scale(*this));
        m->pressed = true;
        m->from = at;
        m->pressedAt = event->position();
        return true;
    }
    if (event->type() == QEvent::MouseMove) {
        if (!m->pressed) {
            setCursor(cursorOf(gripAt(m->crop, m->photoSize(), at, reach / m->scale(*this))));
            return true;
        }
        const QPointF way = event->position() - m->pressedAt;
        m->dragging = m->dragging || way.manhattanLength() >= QApplication::startDragDistance();
        if (m->dragging) {
            const bool isFree = event->modifiers().testFlag(Qt::ShiftModifier);
            m->dragged = draggedCrop(m->grip, m->crop, m->photoSize(), m->from, at, m->aspectRatio,
                                     isFree ? Proportions::Free : Proportions::Kept);
            update();
        }
        return true;
    }
    if (event->type() == QEvent::MouseButtonRelease && event->button() == Qt::LeftButton && m->pressed) {
        const bool ended = m->dragging;
        m->pressed = m->dragging = false;
        if (ended)
            choose(m->dragged);
        return true;
    }
    return false;
}

bool PhotoView::key(QKeyEvent* event) {
    if (!m->photo)
        return false;
    if (event->key() == Qt::Key_Escape) {
        const bool wasDragging = m->dragging;
        m->pressed = m->dragging = false;
        update();
        if (!wasDragging)
            Q_EMIT cardCropRequested();
        return true;
    }
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    QPointF way;
    if (event->key() == Qt::Key_Left)
        way = {-step, 0};
    else if (event->key() == Qt::Key_Right)
        way = {step, 0};
    else if (event->key() == Qt::Key_Up)
        way = {0, -step};
    else if (event->key() == Qt::Key_Down)
        way = {0, step};
    if (way.isNull() || m->crop.isEmpty())
        return false;
    const CropGrip grip{.kind = CropGrip::Kind::Move};
    choose(draggedCrop(grip, m->crop, m->photoSize(), {0, 0}, way, m->aspectRatio, Proportions::Kept));
    return true;
}

// Shown at once; who listens may correct it by setCrop().
void PhotoView::choose(const QRectF& rectangle) {
    if (rectangle == m->crop)
        return;
    m->crop = rectangle;
    update();
    Q_EMIT rectangleChosen(
        {.x = rectangle.x(), .y = rectangle.y(), .width = rectangle.width(), .height = rectangle.height()});
}

void PhotoView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeColors& colors = themeColors(palette());
    if (!m->photo) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(hasFocus() ? colors.accent : colors.secondaryText, 1, Qt::DashLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(margin + 0.5, margin + 0.5, -margin - 0.5, -margin - 0.5), 6,
                                6);
        painter.setPen(colors.secondaryText);
        painter.drawText(QRectF(rect()).adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Drop a photo here, or open one"));
        return;
    }
    const QRectF place = m->place(*this);
    const double scale = m->scale(*this);
    drawPart(painter, m->photo->level(scale * devicePixelRatioF()), place, place);
    if (m->shown().isEmpty())
        return;
    const QRectF crop(place.topLeft() + m->shown().topLeft() * scale, m->shown().size() * scale);
    const QRectF seen = crop.intersected(place);
    QPainterPath dimmed;
    dimmed.setFillRule(Qt::OddEvenFill);
    dimmed.addRect(place);
    dimmed.addRect(seen);
    painter.fillPath(dimmed, QColor(0, 0, 0, 140));

    // White between dark lines shows on any photo.
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 120), 3));
    painter.drawRect(seen);
    painter.setPen(QPen(hasFocus() ? colors.accent : QColor(Qt::white), 1.25));
    painter.drawRect(seen);
    if (!m->hovered && !m->dragging && !hasFocus())
        return;
    painter.setPen(QPen(QColor(0, 0, 0, 150), 1));
    painter.setBrush(Qt::white);
    for (const double x : {seen.left(), seen.center().x(), seen.right()}) {
        for (const double y : {seen.top(), seen.center().y(), seen.bottom()}) {
            if (QPointF(x, y) != seen.center())
                painter.drawRect(QRectF(x - handle / 2, y - handle / 2, handle, handle));
        }
    }
}

} // namespace blurig::ui
