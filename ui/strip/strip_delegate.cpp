// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/strip/strip_delegate.h"

#include "ui/strip/strip_model.h"
#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace blurig::ui {

namespace {

constexpr QSizeF pictureSize(84, 60);
constexpr double margin = 4;

double nameHeight(const QFont& font) {
    return std::ceil(QFontMetricsF(smallFont(font)).height());
}

} // namespace

QSize StripDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return QSizeF(pictureSize.width() + 2 * margin, pictureSize.height() + 3 * margin + nameHeight(option.font))
        .toSize();
}

void StripDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const ThemeColors& colors = themeColors(option.palette);
    const bool opened = index.data(StripModel::OpenedRole).toBool();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const bool focused = chosen && option.state.testFlag(QStyle::State_HasFocus);
    const QRectF cell(option.rect.topLeft(), QSizeF(sizeHint(option, index))); // the view gives its whole height
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QColor shade = colors.accent;
    shade.setAlphaF(opened ? 0.16f : chosen || hovered ? 0.08f : 0.0f);
    painter->setBrush(shade);
    painter->setPen(opened || focused ? QPen(colors.accent, opened ? 2 : 1) : QPen(Qt::NoPen));
    painter->drawRoundedRect(cell.adjusted(1.5, 1.5, -1.5, -1.5), 3, 3);

    const QRectF place(cell.topLeft() + QPointF(margin, margin), pictureSize);
    const QImage image = index.data(StripModel::ImageRole).value<QImage>();
    if (!image.isNull()) {
        const QSizeF size = QSizeF(image.size()).scaled(place.size() - QSizeF(2, 2), Qt::KeepAspectRatio);
        painter->drawImage(QRectF(place.center() - QPointF(size.width() / 2, size.height() / 2), size), image);
    } else if (!index.data(StripModel::ErrorRole).toString().isEmpty()) {
        QFont sign = option.font;
        sign.setPointSizeF(sign.pointSizeF() * 2);
        painter->setFont(sign);
        painter->setPen(colors.warning);
        painter->drawText(place, Qt::AlignCenter, QStringLiteral("⚠"));
    } else {
        painter->fillRect(place.adjusted(1, 1, -1, -1), option.palette.color(QPalette::AlternateBase));
    }

    const QFont small = smallFont(option.font);
    const QRectF line(place.left(), place.bottom() + margin / 2, place.width(), nameHeight(option.font));
    painter->setFont(small);
    painter->setPen(opened ? option.palette.color(QPalette::Text) : colors.secondaryText);
    painter->drawText(line, Qt::AlignCenter,
                      QFontMetricsF(small).elidedText(index.data().toString(), Qt::ElideMiddle, line.width()));
    painter->restore();
}

} // namespace blurig::ui
