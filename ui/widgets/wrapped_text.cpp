// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/wrapped_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

namespace blurig::ui {

WrappedText wrapped(const QString& text, const QFont& font, double width, int lines) {
    WrappedText result;
    if (text.isEmpty() || width <= 0)
        return result;
    const QFontMetricsF metrics(font);
    QTextLayout layout(text, font);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (result.lines.size() + 1 == lines) {
            const QString rest = text.mid(line.textStart());
            result.lines << metrics.elidedText(rest, Qt::ElideRight, width);
            result.elided = result.lines.back() != rest;
            break;
        }
        result.lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return result;
}

void paintLines(QPainter& painter, QPointF topLeft, const QStringList& lines) {
    const QFontMetricsF metrics(painter.font());
    QPointF base = topLeft + QPointF(0, metrics.ascent());
    for (const QString& words : lines) {
        painter.drawText(base, words);
        base += QPointF(0, metrics.lineSpacing());
    }
}

} // namespace blurig::ui
