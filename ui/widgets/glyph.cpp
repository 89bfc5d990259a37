// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/glyph.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

#include <cmath>

namespace blurig::ui {

namespace {

constexpr double side = 16;

void drawSun(QPainter& painter) {
    painter.drawEllipse(QPointF(8, 8), 3, 3);
    for (int i = 0; i < 8; ++i) {
        const double angle = i * M_PI / 4;
        const QPointF way(std::cos(angle), std::sin(angle));
        painter.drawLine(QPointF(8, 8) + way * 5, QPointF(8, 8) + way * 6.5);
    }
}

void drawMoon(QPainter& painter) {
    QPainterPath disc;
    disc.addEllipse(QPointF(8, 8), 5.5, 5.5);
    QPainterPath shadow;
    shadow.addEllipse(QPointF(11, 6), 5, 5);
    painter.drawPath(disc.subtracted(shadow));
}

// Two knobs.
void drawLook(QPainter& painter) {
    for (const auto& [y, knob] : {std::pair(5.0, 10.5), std::pair(11.0, 5.5)}) {
        painter.drawLine(QPointF(2, y), QPointF(14, y));
        painter.save();
        painter.setBrush(painter.pen().color());
        painter.drawEllipse(QPointF(knob, y), 2, 2);
        painter.restore();
    }
}

void draw(QPainter& painter, Glyph glyph) {
    switch (glyph) {
    case Glyph::Menu:
        for (const double y : {4.0, 8.0, 12.0})
            painter.drawLine(QPointF(2.5, y), QPointF(13.5, y));
        break;
    case Glyph::Look:
        drawLook(painter);
        break;
    case Glyph::Export:
        painter.drawPolyline(QPolygonF({{4.5, 6}, {8, 2.5}, {11.5, 6}}));
        painter.drawLine(QPointF(8, 2.5), QPointF(8, 10));
        painter.drawPolyline(QPolygonF({{2.5, 9.5}, {2.5, 13.5}, {13.5, 13.5}, {13.5, 9.5}}));
        break;
    case Glyph::Light:
        drawSun(painter);
        break;
    case Glyph::Dark:
        drawMoon(painter);
        break;
    case Glyph::Help: {
        QFont font = painter.font();
        font.setPixelSize(13);
        font.setBold(true);
        painter.setFont(font);
        painter.drawText(QRectF(0, 0, side, side), Qt::AlignCenter, QStringLiteral("?"));
        break;
    }
    case Glyph::FoldLeft:
        painter.drawPolyline(QPolygonF({{10, 3.5}, {5.5, 8}, {10, 12.5}}));
        break;
    case Glyph::FoldRight:
        painter.drawPolyline(QPolygonF({{6, 3.5}, {10.5, 8}, {6, 12.5}}));
        break;
    case Glyph::Close:
        painter.drawLine(QPointF(4, 4), QPointF(12, 12));
        painter.drawLine(QPointF(12, 4), QPointF(4, 12));
        break;
    case Glyph::Play:
        painter.setBrush(painter.pen().color());
        painter.drawPolygon(QPolygonF({{4.5, 3}, {12.5, 8}, {4.5, 13}}));
        break;
    case Glyph::Pause:
        painter.fillRect(QRectF(4, 3, 3, 10), painter.pen().color());
        painter.fillRect(QRectF(9, 3, 3, 10), painter.pen().color());
        break;
    }
}

class GlyphEngine : public QIconEngine {
public:
    explicit GlyphEngine(Glyph glyph)
        : m_glyph(glyph) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State /*state*/) override {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const double scale = std::min(rect.width(), rect.height()) / side;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(QRectF(rect).center() - QPointF(side, side) * scale / 2);
        painter->scale(scale, scale);
        painter->setPen(QPen(QApplication::palette().color(group, QPalette::ButtonText), 1.4, Qt::SolidLine,
                             Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(Qt::NoBrush);
        draw(*painter, m_glyph);
        painter->restore();
    }
    // Drawn anew each time: the theme may be another one.
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new GlyphEngine(*this); }

private:
    Glyph m_glyph;
};

} // namespace

QIcon glyphIcon(Glyph glyph) {
    return QIcon(new GlyphEngine(glyph));
}

void paintChevron(QPainter& painter, QPointF middle, double size, Pointing pointing, const QColor& color) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double y = pointing == Pointing::Up ? size / 2 : -size / 2;
    painter.drawPolyline(QPolygonF({middle + QPointF(-size, y), middle - QPointF(0, y), middle + QPointF(size, y)}));
    painter.restore();
}

} // namespace blurig::ui
