// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/pane_content.h"

#include "core/render/map_render.h"
#include "core/render/upright.h"
#include "ui/widgets/frame_map.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/outline_path.h"
#include "ui/widgets/raster_image.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace blurig::ui {

namespace {

bool same(const Array& a, const Array& b) {
    return a.storage() == b.storage();
}

} // namespace

bool PaneContent::setFrame(FrameKind kind, QSize originalSize, const InputGeometry& geometry) {
    if (kind == m_frame && originalSize == m_originalSize && geometry == m_geometry)
        return false;
    m_frame = kind;
    m_originalSize = originalSize;
    m_geometry = geometry;
    forgetPicture();
    return true;
}

bool PaneContent::setPhoto(const QImage& original, const Array& z) {
    const qint64 key = original.isNull() ? 0 : original.cacheKey();
    if (key == m_photoKey && same(z, m_ofGround))
        return false;
    m_photoKey = key;
    m_photo = PhotoPyramid::of(original);
    m_ofGround = z;
    m_z = z.empty() ? z : upright(z);
    m_grounds.clear();
    forgetPicture();
    return true;
}

bool PaneContent::showInput(const Array& z) {
    if (m_kind == Kind::Input && same(z, m_plane))
        return false;
    m_kind = z.empty() ? Kind::Message : Kind::Input;
    m_message.clear();
    setPlane(z, z);
    return true;
}

bool PaneContent::showMap(const Array& plane, const Array& values, const ImagePane::MapLook& look) {
    if (m_kind == Kind::Map && same(plane, m_plane) && same(values, m_values) && look == m_look)
        return false;
    m_kind = plane.empty() || look.colors == nullptr ? Kind::Message : Kind::Map;
    m_message.clear();
    m_look = look;
    setPlane(plane, values);
    return true;
}

void PaneContent::setPlane(const Array& plane, const Array& values) {
    m_plane = plane;
    m_values = values;
    m_drawn = plane.empty() ? plane : upright(plane);
    m_lowAtBottom = !plane.empty() && isSpectrogram(plane.layout());
    forgetPicture();
}

bool PaneContent::showMessage(const QString& text) {
    return showWords(Kind::Message, text);
}

bool PaneContent::showWaiting(const QString& text) {
    return showWords(Kind::Waiting, text);
}

bool PaneContent::showWords(Kind kind, const QString& text) {
    if (m_kind == kind && text == m_message)
        return false;
    m_kind = kind;
    m_message = text;
    setPlane({}, {});
    return true;
}

PaneContent PaneContent::shared() const {
    if (hasPicture())
        rendered();
    return *this;
}

bool PaneContent::coversFrame() const {
    const bool onCanvas = m_kind == Kind::Map && m_look.onCanvas;
    return hasPicture() && (m_frame == FrameKind::Model || (m_photo != nullptr && !onCanvas));
}

QSizeF PaneContent::frameSize() const {
    if (m_frame == FrameKind::Original && !m_originalSize.isEmpty())
        return m_originalSize;
    if (hasPicture())
        return {static_cast<double>(m_drawn.width()), static_cast<double>(m_drawn.height())};
    if (!m_z.empty() && isSignal(m_ofGround.layout()))
        return QSizeF(static_cast<double>(m_z.width()), static_cast<double>(m_z.height()));
    if (m_geometry.modelWidth > 0 && m_geometry.modelHeight > 0)
        return QSizeF(m_geometry.modelWidth, m_geometry.modelHeight);
    return {1, 1};
}

QPointF PaneContent::pixelStep() const {
    const QSizeF frame = frameSize();
    if (m_frame == FrameKind::Original && m_geometry.modelWidth > 0)
        return {m_geometry.scaleX() / frame.width(), m_geometry.scaleY() / frame.height()};
    return {1 / frame.width(), 1 / frame.height()};
}

std::optional<ColorBar> PaneContent::colorBar() const {
    if (m_kind != Kind::Map || showsTopArea(kind()))
        return {};
    const Rendered& picture = rendered();
    return ColorBar{.colors = m_look.colors,
                    .low = kind() == LookKind::Region ? m_look.range.low : 0.0,
                    .limit = m_look.range.limit,
                    .unit = m_look.unit,
                    .valuesBelow = picture.below,
                    .valuesAbove = picture.above,
                    .words = m_look.words};
}

std::optional<QPoint> PaneContent::modelPixel(QPointF unit) const {
    if (!hasPicture())
        return {};
    const QSizeF frame = frameSize();
    QPointF at(unit.x() * frame.width(), unit.y() * frame.height());
    if (m_frame == FrameKind::Original && m_geometry.modelWidth > 0)
        at = {(at.x() - m_geometry.source.x) / m_geometry.scaleX(),
              (at.y() - m_geometry.source.y) / m_geometry.scaleY()};
    else if (m_frame == FrameKind::Model) // the last edge belongs to the last pixel
        at = {std::min(at.x(), frame.width() - 0.5) * (static_cast<double>(m_plane.width()) / frame.width()),
              std::min(at.y(), frame.height() - 0.5) * (static_cast<double>(m_plane.height()) / frame.height())};
    const double x = std::floor(at.x());
    const double row = std::floor(at.y());
    const double y = m_lowAtBottom ? static_cast<double>(m_plane.height()) - 1 - row : row;
    if (x < 0 || y < 0 || x >= static_cast<double>(m_plane.width()) || y >= static_cast<double>(m_plane.height()))
        return {};
    return QPoint(static_cast<int>(x), static_cast<int>(y));
}

namespace {

std::size_t offset(const Array& array, std::int64_t channel, QPoint at) {
    return static_cast<std::size_t>((channel * array.height() + at.y()) * array.width() + at.x());
}

} // namespace

std::optional<double> PaneContent::valueAt(int x, int y) const {
    if (!hasPicture() || x < 0 || y < 0 || x >= m_plane.width() || y >= m_plane.height())
        return {};
    const auto host = m_plane.host();
    double sum = 0;
    for (std::int64_t channel = 0; channel < m_plane.channels(); ++channel)
        sum += static_cast<double>(host[offset(m_plane, channel, QPoint(x, y))]);
    return sum / static_cast<double>(m_plane.channels());
}

QString PaneContent::valueText(QPointF unit) const {
    const std::optional<QPoint> at = modelPixel(unit);
    const Array& source = m_values.empty() ? m_plane : m_values;
    if (!at || at->x() >= source.width() || at->y() >= source.height())
        return {};
    const auto host = source.host();
    QStringList numbers;
    for (std::int64_t channel = 0; channel < source.channels(); ++channel) {
        const double value = static_cast<double>(host[offset(source, channel, *at)]);
        const QString number = m_kind == Kind::Input ? fixed(value, 3) : significant(value, 4);
        const QString name = m_kind == Kind::Map ? m_look.valueNames.value(channel) : QString();
        numbers << (name.isEmpty() ? number : QStringLiteral("%1 %2").arg(name, number));
    }
    if (m_kind == Kind::Map && !m_look.unit.isEmpty())
        numbers.back() += QStringLiteral(" ") + m_look.unit;
    return numbers.join(QStringLiteral("  "));
}

bool PaneContent::hasGround() const {
    return m_frame == FrameKind::Original ? m_photo != nullptr : !m_z.empty();
}

bool PaneContent::waits() const {
    return m_kind == Kind::Waiting && hasGround();
}

LookKind PaneContent::kind() const {
    return m_kind == Kind::Map && (hasGround() || m_look.onCanvas) ? m_look.kind : LookKind::Pixels;
}

Ground PaneContent::wantedGround() const {
    return waits() ? Ground::Dimmed : groundOf(kind());
}

const PaneContent::Rendered& PaneContent::rendered() const {
    if (!m_rendered)
        m_rendered = m_kind == Kind::Input ? Rendered{.picture = imageOf(renderInput(m_drawn), QImage::Format_RGB32)}
                                           : renderedMap();
    return *m_rendered;
}

PaneContent::Rendered PaneContent::renderedMap() const {
    if (kind() == LookKind::Outline)
        return {.picture = m_frame == FrameKind::Model ? ground() : QImage(),
                .outline = pathOf(outlines(topArea(m_drawn, m_look.topArea)))};
    const Raster raster = lookRaster(m_drawn, {.kind = kind(),
                                               .colors = m_look.colors,
                                               .range = m_look.range,
                                               .opacity = m_look.opacity,
                                               .topArea = m_look.topArea});
    const bool onGround = groundOf(kind()) != Ground::None;
    Rendered made{.picture = imageOf(raster, onGround ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32)};
    if (!showsTopArea(kind())) {
        // In float, as they are drawn; no branch, so that it becomes vector code.
        const auto high = static_cast<float>(m_look.range.limit);
        const float low = m_look.colors->kind == ColorMap::Kind::Diverging ? -high : 0.0F;
        int below = 0;
        int above = 0;
        for (const float value : m_plane.host()) {
            below |= static_cast<int>(value < low);
            above |= static_cast<int>(value > high);
        }
        made.below = below != 0;
        made.above = above != 0;
    }
    if (m_frame == FrameKind::Model && onGround && !m_look.onCanvas) {
        QImage both = ground();
        QPainter painter(&both);
        painter.drawImage(both.rect(), made.picture);
        painter.end();
        made.picture = both;
    }
    return made;
}

QImage PaneContent::ground() const {
    const Ground wanted = wantedGround();
    QImage& known = m_grounds[wanted];
    if (known.isNull())
        known = imageOf(groundRaster(renderInput(m_z), wanted), QImage::Format_RGB32);
    return known;
}

void PaneContent::paint(QPainter& painter, const QRectF& whole, const QRectF& clip, const Grounds& grounds) const {
    if (!hasPicture() && !waits())
        return;
    if (m_frame == FrameKind::Original && !m_originalSize.isEmpty())
        paintOnOriginal(painter, whole, clip, grounds);
    else if (waits())
        drawPart(painter, ground(), whole, clip);
    else
        paintMap(painter, whole, clip, grounds.canvas);
}

const QImage& PaneContent::onCanvas(const QColor& canvas) const {
    if (m_composed.isNull() || canvas != m_canvas) {
        m_composed = QImage(rendered().picture.size(), QImage::Format_RGB32);
        m_composed.fill(canvas);
        QPainter painter(&m_composed);
        painter.drawImage(0, 0, rendered().picture);
        m_canvas = canvas;
    }
    return m_composed;
}

void PaneContent::paintMap(QPainter& painter, const QRectF& whole, const QRectF& clip, const QColor& canvas) const {
    const bool onIt = m_kind == Kind::Map && m_look.onCanvas && rendered().picture.hasAlphaChannel();
    drawPart(painter, onIt ? onCanvas(canvas) : rendered().picture, whole, clip);
    if (rendered().outline.isEmpty())
        return;
    const QTransform onto(whole.width() / static_cast<double>(m_drawn.width()), 0, 0,
                          whole.height() / static_cast<double>(m_drawn.height()), whole.x(), whole.y());
    const QPainterPath line = onto.map(rendered().outline);
    const auto& [red, green, blue] = outlineColor;
    painter.save();
    painter.setClipRect(clip.intersected(whole), Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(line, QPen(QColor(0, 0, 0, 190), 3.2));
    painter.strokePath(line, QPen(QColor(red, green, blue), 1.6));
    painter.restore();
}

void PaneContent::paintOnOriginal(QPainter& painter, const QRectF& whole, const QRectF& clip,
                                  const Grounds& grounds) const {
    const double scaleX = whole.width() / m_originalSize.width();
    const double scaleY = whole.height() / m_originalSize.height();
    if (m_photo && !(m_kind == Kind::Map && m_look.onCanvas)) {
        const Ground ground = wantedGround();
        const double devicePixels = std::max(scaleX, scaleY) * painter.device()->devicePixelRatioF();
        drawPart(painter, m_photo->level(devicePixels, ground == Ground::None ? Ground::Photo : ground), whole, clip);
    }
    const PixelRect& source = m_geometry.source;
    const QRectF seen(whole.x() + source.x * scaleX, whole.y() + source.y * scaleY, source.width * scaleX,
                      source.height * scaleY);
    const QRectF window = clip.intersected(whole);
    QPainterPath veil;
    veil.setFillRule(Qt::OddEvenFill);
    veil.addRect(window);
    veil.addRect(seen.intersected(window));
    painter.fillPath(veil, grounds.outside);
    if (hasPicture())
        paintMap(painter, seen, window, grounds.canvas);
}

} // namespace blurig::ui
