// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/crop_drag.h"

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double leastSide = 2;

QPointF inside(QPointF point, QSizeF photo) {
    return {std::clamp(point.x(), 0.0, photo.width()), std::clamp(point.y(), 0.0, photo.height())};
}

// Whole pixels that stay inside the photo.
QRectF onPixels(QRectF rectangle, QSizeF photo) {
    const double width = std::clamp(std::round(rectangle.width()), leastSide, photo.width());
    const double height = std::clamp(std::round(rectangle.height()), leastSide, photo.height());
    return {std::clamp(std::round(rectangle.x()), 0.0, photo.width() - width),
            std::clamp(std::round(rectangle.y()), 0.0, photo.height() - height), width, height};
}

QRectF moved(const QRectF& crop, QSizeF photo, QPointF way) {
    QRectF result = crop.translated(way);
    result.moveLeft(std::clamp(result.left(), 0.0, std::max(0.0, photo.width() - result.width())));
    result.moveTop(std::clamp(result.top(), 0.0, std::max(0.0, photo.height() - result.height())));
    return result;
}

// A rectangle with one corner fixed that reaches towards a point: the larger of the two sides leads, the photo's border
// ends both.
QRectF fromCorner(QPointF corner, QPointF to, QSizeF photo, double aspectRatio, Proportions proportions) {
    const double signX = to.x() < corner.x() ? -1 : 1;
    const double signY = to.y() < corner.y() ? -1 : 1;
    double width = std::abs(to.x() - corner.x());
    double height = std::abs(to.y() - corner.y());
    if (proportions == Proportions::Kept) {
        width = std::max(width, height * aspectRatio);
        const double roomX = signX < 0 ? corner.x() : photo.width() - corner.x();
        const double roomY = signY < 0 ? corner.y() : photo.height() - corner.y();
        width = std::min({width, roomX, roomY * aspectRatio});
        height = width / aspectRatio;
    }
    return QRectF(corner, corner + QPointF(signX * width, signY * height)).normalized();
}

// One edge follows the point. Kept proportions: the other axis grows around its middle.
QRectF fromEdge(const QRectF& crop, const CropGrip& grip, QPointF to, QSizeF photo, double aspectRatio,
                Proportions proportions) {
    QRectF result = crop;
    if (grip.x < 0)
        result.setLeft(std::min(to.x(), crop.right() - leastSide));
    else if (grip.x > 0)
        result.setRight(std::max(to.x(), crop.left() + leastSide));
    else if (grip.y < 0)
        result.setTop(std::min(to.y(), crop.bottom() - leastSide));
    else
        result.setBottom(std::max(to.y(), crop.top() + leastSide));
    if (proportions == Proportions::Free)
        return result;
    if (grip.x != 0) {
        const double width = std::min(result.width(), photo.height() * aspectRatio);
        const double left = grip.x < 0 ? result.right() - width : result.left();
        const double height = width / aspectRatio;
        const double top = std::clamp(crop.center().y() - height / 2, 0.0, photo.height() - height);
        return {left, top, width, height};
    }
    const double height = std::min(result.height(), photo.width() / aspectRatio);
    const double top = grip.y < 0 ? result.bottom() - height : result.top();
    const double width = height * aspectRatio;
    const double left = std::clamp(crop.center().x() - width / 2, 0.0, photo.width() - width);
    return {left, top, width, height};
}

} // namespace

CropGrip gripAt(const QRectF& crop, QSizeF photo, QPointF at, double reach) {
    if (crop.isEmpty())
        return {};
    const QRectF seen = crop.intersected(QRectF(QPointF(0, 0), photo));
    if (!seen.adjusted(-reach, -reach, reach, reach).contains(at))
        return {};
    CropGrip grip{.kind = CropGrip::Kind::Resize};
    if (std::abs(at.x() - seen.left()) <= reach)
        grip.x = -1;
    else if (std::abs(at.x() - seen.right()) <= reach)
        grip.x = 1;
    if (std::abs(at.y() - seen.top()) <= reach)
        grip.y = -1;
    else if (std::abs(at.y() - seen.bottom()) <= reach)
        grip.y = 1;
    if (grip.x != 0 || grip.y != 0)
        return grip;
    const bool canMove = seen.width() < photo.width() || seen.height() < photo.height();
    return {.kind = canMove ? CropGrip::Kind::Move : CropGrip::Kind::Anew};
}

Qt::CursorShape cursorOf(const CropGrip& grip) {
    if (grip.kind == CropGrip::Kind::Anew)
        return Qt::CrossCursor;
    if (grip.kind == CropGrip::Kind::Move)
        return Qt::SizeAllCursor;
    if (grip.y == 0)
        return Qt::SizeHorCursor;
    if (grip.x == 0)
        return Qt::SizeVerCursor;
    return grip.x == grip.y ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor;
}

QRectF draggedCrop(const CropGrip& grip, const QRectF& crop, QSizeF photo, QPointF from, QPointF to, double aspectRatio,
                   Proportions proportions) {
    const QRectF start = crop.intersected(QRectF(QPointF(0, 0), photo));
    const QPointF end = inside(to, photo);
    QRectF result;
    if (grip.kind == CropGrip::Kind::Anew) {
        result = fromCorner(inside(from, photo), end, photo, aspectRatio, proportions);
    } else if (grip.kind == CropGrip::Kind::Move) {
        result = moved(start, photo, to - from);
    } else if (grip.x != 0 && grip.y != 0) {
        const QPointF corner(grip.x < 0 ? start.right() : start.left(), grip.y < 0 ? start.bottom() : start.top());
        result = fromCorner(corner, end, photo, aspectRatio, proportions);
    } else {
        result = fromEdge(start, grip, end, photo, aspectRatio, proportions);
    }
    return onPixels(result, photo);
}

} // namespace blurig::ui
