// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/class_delegate.h"

#include "ui/widgets/class_model.h"
#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace blurig::ui {

namespace {

constexpr double side = 8;
constexpr double above = 4;
constexpr double bar = 3;
constexpr double below = 5;

} // namespace

QSize ClassDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const double text = QFontMetricsF(option.font).height();
    return {120, static_cast<int>(std::ceil(above + text + 2 + bar + below))};
}

void ClassDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const ThemeColors& colors = themeColors(option.palette);
    const bool isTarget = index.data(ClassModel::TargetRole).toBool();
    const QRectF row = QRectF(option.rect);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor shade = colors.accent;
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    shade.setAlphaF(chosen ? 0.16f : hovered ? 0.08f : 0.0f);
    painter->setBrush(shade);
    const bool focused = chosen && option.state.testFlag(QStyle::State_HasFocus);
    painter->setPen(focused ? QPen(colors.accent, 1) : QPen(Qt::NoPen));
    painter->drawRoundedRect(row.adjusted(1.5, 0.5, -1.5, -0.5), 3, 3);

    const QRectF line(row.left() + side, row.top() + above, row.width() - 2 * side,
                      QFontMetricsF(option.font).height());
    const QString score = index.data(ClassModel::ScoreTextRole).toString();
    const QFont numbers = numberFont(option.font);
    painter->setFont(numbers);
    painter->setPen(isTarget ? option.palette.color(QPalette::Text) : colors.secondaryText);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, score);

    double room = line.width() - QFontMetricsF(numbers).horizontalAdvance(score) - side;
    QFont name = option.font;
    name.setBold(isTarget);
    const QFontMetricsF metrics(name);
    const QString words = metrics.elidedText(index.data(ClassModel::NameRole).toString(), Qt::ElideRight, room);
    painter->setFont(name);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, words);
    const QString detail = index.data(ClassModel::DetailRole).toString();
    room -= metrics.horizontalAdvance(words) + side;
    const QFont small = smallFont(option.font);
    if (!detail.isEmpty() && room > 40) {
        painter->setFont(small);
        painter->setPen(colors.secondaryText);
        painter->drawText(line.adjusted(metrics.horizontalAdvance(words) + side, 0, 0, 0),
                          Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetricsF(small).elidedText(detail, Qt::ElideRight, room));
    }

    const QRectF groove(line.left(), line.bottom() + 2, line.width(), bar);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.track);
    painter->drawRoundedRect(groove, bar / 2, bar / 2);
    const double filled = groove.width() * index.data(ClassModel::FractionRole).toDouble();
    if (filled > 0) {
        painter->setBrush(isTarget ? colors.accent : colors.secondaryText);
        painter->drawRoundedRect(QRectF(groove.topLeft(), QSizeF(std::max(filled, 1.0), bar)), bar / 2, bar / 2);
    }
    painter->restore();
}

} // namespace blurig::ui
