// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

namespace blurig::ui {

// Line drawings of 16 px in the colour of a palette's text: they follow the theme, and stay sharp on every screen.
enum class Glyph { Menu, Look, Export, Light, Dark, Help, FoldLeft, FoldRight, Close, Play, Pause };

QIcon glyphIcon(Glyph glyph);

} // namespace blurig::ui
