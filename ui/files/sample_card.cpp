// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/files/sample_card.h"

#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace blurig::ui {

SampleCard::SampleCard(const Sample& sample, QWidget* parent)
    : QAbstractButton(parent) {
    setObjectName(QStringLiteral("sampleCard"));
    setText(sample.caption);
    setAccessibleName(sample.caption);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setFixedSize(sizeHint());
}

void SampleCard::setPicture(const QImage& picture) {
    m_picture = picture;
    update();
}

QSize SampleCard::sizeHint() const {
    return pictureSize +
           QSize(2 * sizes::gap,
                 2 * sizes::gap + static_cast<int>(std::ceil(QFontMetricsF(font()).height() + sizes::gap)));
}

void SampleCard::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const ThemeColors& colors = themeColors(palette());
    painter.setPen(QPen(hasFocus() ? colors.accent : underMouse() ? colors.secondaryText : colors.line, 1));
    painter.setBrush(palette().color(QPalette::Button));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), sizes::radius, sizes::radius);
    const QRectF place(QPointF(sizes::gap, sizes::gap), QSizeF(pictureSize));
    QPainterPath round;
    round.addRoundedRect(place, 3, 3);
    painter.save();
    painter.setClipPath(round);
    painter.fillRect(place, colors.track);
    if (!m_picture.isNull()) { // as much of its middle as has the place's proportions
        const QSizeF part = place.size().scaled(m_picture.size(), Qt::KeepAspectRatio);
        QRectF from(QPointF(0, 0), part);
        from.moveCenter(QRectF(m_picture.rect()).center());
        painter.drawImage(place, m_picture, from);
    }
    painter.restore();
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(sizes::gap, place.bottom(), place.width(), height() - place.bottom()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font()).elidedText(text(), Qt::ElideRight, place.width()));
}

} // namespace blurig::ui
