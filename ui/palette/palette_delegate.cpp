// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/palette/palette_delegate.h"

#include "ui/palette/palette_model.h"
#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace blurig::ui {

namespace {

constexpr int rowHeight = 32;
constexpr int headingHeight = 26;
constexpr double side = 10;  // between the row's ends and its words
constexpr double gap = 10;   // between words of different weight
constexpr double radius = 5; // of the shade under the chosen row
constexpr double keyHeight = 18;
constexpr double leastDetail = 40; // px, below which a detail is left out

const PaletteRow& rowOf(const QModelIndex& index) {
    return static_cast<const PaletteModel*>(index.model())->at(index.row());
}

QColor faded(QColor color, double alpha) {
    color.setAlphaF(static_cast<float>(alpha * color.alphaF()));
    return color;
}

// One line; the letters that were met in the accent colour, bolder.
class MatchedText {
public:
    MatchedText(const PaletteRow& row, const QFont& font, double width, const QColor& met)
        : m_layout(QFontMetricsF(font).elidedText(row.text, Qt::ElideRight, width), font) {
        QTextCharFormat format;
        format.setForeground(met);
        format.setFontWeight(QFont::DemiBold);
        QList<QTextLayout::FormatRange> ranges;
        for (const int place : row.matched)
            if (place < m_layout.text().size())
                ranges.append({.start = place, .length = 1, .format = format});
        m_layout.setFormats(ranges);
        m_layout.beginLayout();
        m_line = m_layout.createLine();
        m_line.setLineWidth(2 * width);
        m_layout.endLayout();
    }

    double width() const { return m_line.naturalTextWidth(); }
    void draw(QPainter* painter, const QRectF& box) const {
        m_layout.draw(painter, QPointF(box.left(), box.center().y() - m_line.height() / 2));
    }

private:
    QTextLayout m_layout;
    QTextLine m_line;
};

// What stands at the right, from the right; each gives the room that it leaves.
class RightEnd {
public:
    RightEnd(QPainter* painter, const QStyleOptionViewItem& option, QRectF room)
        : m_painter(painter)
        , m_colors(themeColors(option.palette))
        , m_font(smallFont(option.font))
        , m_room(room) {}

    const QRectF& room() const { return m_room; }

    void addText(const QString& text, const QColor& color) {
        if (text.isEmpty())
            return;
        const QFontMetricsF metrics(m_font);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, m_room.width() / 2);
        m_painter->setFont(m_font);
        m_painter->setPen(color);
        m_painter->drawText(m_room, Qt::AlignRight | Qt::AlignVCenter, shown);
        take(metrics.horizontalAdvance(shown));
    }

    // "Ctrl+Shift+O", each key in its box.
    void addKeys(const QString& keys, const QColor& color) {
        if (keys.isEmpty())
            return;
        const QFontMetricsF metrics(m_font);
        QStringList each = keys.split(u'+', Qt::SkipEmptyParts);
        if (keys.endsWith(u'+'))
            each << QStringLiteral("+");
        std::ranges::reverse(each);
        m_painter->setFont(m_font);
        for (const QString& key : each) {
            const double width = std::max(keyHeight, metrics.horizontalAdvance(key) + 10);
            const QRectF box(m_room.right() - width, m_room.center().y() - keyHeight / 2, width, keyHeight);
            m_painter->setPen(QPen(faded(m_colors.secondaryText, 0.4), 1));
            m_painter->setBrush(Qt::NoBrush);
            m_painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
            m_painter->setPen(color);
            m_painter->drawText(box, Qt::AlignCenter, key);
            m_room.setRight(box.left() - 3);
        }
        m_room.setRight(m_room.right() - gap + 3);
    }

private:
    void take(double width) { m_room.setRight(m_room.right() - width - gap); }

    QPainter* m_painter;
    const ThemeColors& m_colors;
    QFont m_font;
    QRectF m_room;
};

void paintHeading(QPainter* painter, const QStyleOptionViewItem& option, const QString& text) {
    painter->setFont(smallFont(option.font));
    painter->setPen(themeColors(option.palette).secondaryText);
    painter->drawText(QRectF(option.rect).adjusted(side, 4, -side, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
}

void paintShade(QPainter* painter, const QStyleOptionViewItem& option, bool canEnter) {
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver) && canEnter;
    if (!chosen && !hovered)
        return;
    const ThemeColors& colors = themeColors(option.palette);
    const QColor shade = canEnter ? colors.accent : colors.secondaryText;
    painter->setPen(Qt::NoPen);
    painter->setBrush(faded(shade, chosen ? (canEnter ? 0.22 : 0.14) : 0.08));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(0, 1, 0, -1), radius, radius);
}

void paintRow(QPainter* painter, const QStyleOptionViewItem& option, const PaletteRow& row) {
    const ThemeColors& colors = themeColors(option.palette);
    const bool can = row.canEnter();
    const QColor text = can ? option.palette.color(QPalette::Text) : colors.secondaryText;
    const QColor quiet = can ? colors.secondaryText : faded(colors.secondaryText, 0.85);
    RightEnd right(painter, option, QRectF(option.rect).adjusted(side, 0, -side, 0));
    right.addKeys(row.keys, quiet);
    right.addText(row.note, quiet);
    if (row.on)
        right.addText(*row.on ? PaletteModel::tr("On") : PaletteModel::tr("Off"),
                      *row.on && can ? colors.accentText : quiet);
    QRectF room = right.room();
    const MatchedText name(row, option.font, room.width(), can ? colors.accentText : text);
    painter->setPen(text);
    name.draw(painter, room);
    room.setLeft(room.left() + name.width() + gap);
    if (row.detail.isEmpty() || room.width() < leastDetail)
        return;
    const QFont small = smallFont(option.font);
    painter->setFont(small);
    painter->setPen(quiet);
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetricsF(small).elidedText(row.detail, Qt::ElideRight, room.width()));
}

} // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    return {0, rowOf(index).heading ? headingHeight : rowHeight};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const PaletteRow& row = rowOf(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (row.heading) {
        paintHeading(painter, option, row.text);
    } else {
        paintShade(painter, option, row.canEnter());
        paintRow(painter, option, row);
    }
    painter->restore();
}

} // namespace blurig::ui
