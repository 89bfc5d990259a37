// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/export/figure.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>

namespace blurig::ui {

enum class FigureFormat { Png, Svg, Pdf };

FigureFormat figureFormatOf(const QString& file); // by its ending; throws Error (Argument)

// Of a format with pixels, device pixels per logical one; none: a vector file.
std::optional<double> pixelScaleOf(FigureFormat format);

// The bytes of a file. The choice, as JSON, reopens a PNG (iTXt) and an SVG (<metadata>); a PDF carries it as an
// attachment, which is not read.
QByteArray encodedFigure(const Figure& figure, FigureFormat format, const std::string& choice);

} // namespace blurig::ui
