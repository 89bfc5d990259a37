// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QPointF>
#include <QStringList>

class QPainter;

namespace blurig::ui {

// Plain text broken at words into at most `lines` lines; the last one ends in an ellipsis where text is left.
struct WrappedText {
    QStringList lines;
    bool elided = false;
};
WrappedText wrapped(const QString& text, const QFont& font, double width, int lines);

void paintLines(QPainter& painter, QPointF topLeft, const QStringList& lines); // in the painter's font

} // namespace blurig::ui
