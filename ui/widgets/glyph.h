// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QPointF>

class QColor;
class QPainter;

namespace blurig::ui {

// Line drawings of 16 px in the colour of a palette's text: they follow the theme, and stay sharp on every screen.
enum class Glyph { Menu, Look, Export, Light, Dark, Help, FoldLeft, FoldRight, Close, Play, Pause };

QIcon glyphIcon(Glyph glyph);

// The mark of what opens a list. `middle` is that of its drawing, twice `size` wide.
enum class Pointing { Down, Up };
void paintChevron(QPainter& painter, QPointF middle, double size, Pointing pointing, const QColor& color);

} // namespace blurig::ui
