// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

#include <cstddef>

class QApplication;

namespace blurig::ui {

enum class ThemeChoice { System, Light, Dark };

// In logical pixels, on a grid of 8.
namespace sizes {
inline constexpr int gap = 8;      // between neighbours
inline constexpr int control = 28; // the height of a button, a field, a pane's header
inline constexpr int radius = 6;   // of what is raised
inline constexpr int topBar = 40;
inline constexpr int paneFoot = 22; // of the colour bar with its numbers
inline constexpr int stripe = 6;    // of the colour bar itself
} // namespace sizes

// What a palette has no role for. One accent colour; the greys have hardly a hue of their own, so that they tint no
// picture. Text in secondaryText, accentText, good, warning and bad can be read on all three grounds of its palette
// (Window: panels; Base: the canvas; Button: what is raised).
struct ThemeColors {
    QColor accent;     // of lines and fills
    QColor accentText; // of words
    QColor good;       // every tolerance holds
    QColor warning;    // a tolerance is missed
    QColor bad;        // a number that cannot be trusted
    QColor secondaryText;
    QColor line;  // hairlines: borders, grid
    QColor track; // grooves, the empty part of a bar
};

// The colours that go with a palette: light or dark, whichever it is.
const ThemeColors& themeColors(const QPalette& palette);
bool isDark(const QPalette& palette);

QPalette lightPalette();
QPalette darkPalette();
QPalette figurePalette(); // the light one on white, whatever the theme

// ExplorerStyle with one of the two palettes; System follows what the desktop said at the start of the
// application, and is dark where it says nothing. May be
// called again at any time: every widget follows.
void applyTheme(QApplication& application, ThemeChoice choice);

// For curves side by side, told apart by colour-blind readers too (Okabe and Ito, lighter on dark); repeats after six.
QColor curveColor(const QPalette& palette, std::size_t index);

// All digits equally wide: `base` itself where its digits are, else the system's fixed font in the same size.
QFont numberFont(const QFont& base);
QFont smallFont(const QFont& base); // captions, ticks
QFont labelFont(const QFont& base); // headings of panels
QFont headlineFont(const QFont& base); // of a page

} // namespace blurig::ui
