// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/export/figure.h"

#include <QByteArray>
#include <QString>

#include <string>

namespace blurig::ui {

FigureFormat figureFormatOf(const QString& file); // by its ending; throws Error (Argument)
QString endingOf(FigureFormat format);            // "pdf"

// The bytes of a file in the format of the figure's options, as wide as they say: the page of a PDF, width and height
// of an SVG, the pixels of a PNG, which also states its resolution. The choice, as JSON, reopens a PNG (iTXt) and an
// SVG
// (<metadata>); a PDF carries it as an attachment, which is not read.
QByteArray encodedFigure(const Figure& figure, const std::string& choice);

} // namespace blurig::ui
