// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace blurig::ui {

// Plain text as LaTeX, for pdflatex too: special characters are escaped; Greek letters, arrows and other signs that its
// fonts lack become mathematics. Letters of other scripts stay; they need XeLaTeX or LuaLaTeX.
QString latexText(const QString& plain);

} // namespace blurig::ui
