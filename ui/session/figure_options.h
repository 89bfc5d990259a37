// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/words.h"

namespace blurig::ui {

enum class FigureFormat { Pdf, Svg, Png };
inline constexpr Words<FigureFormat, 3> figureFormatWords{
    {{FigureFormat::Pdf, "pdf"}, {FigureFormat::Svg, "svg"}, {FigureFormat::Png, "png"}}};

enum class FigureWidth { OneColumn, OneAndAHalf, TwoColumns, Slide };
inline constexpr Words<FigureWidth, 4> figureWidthWords{{{FigureWidth::OneColumn, "89mm"},
                                                         {FigureWidth::OneAndAHalf, "120mm"},
                                                         {FigureWidth::TwoColumns, "183mm"},
                                                         {FigureWidth::Slide, "slide"}}};

inline constexpr int leastFigureDpi = 72;
inline constexpr int greatestFigureDpi = 1200;

// How a page becomes a figure, and what is written beside it.
struct FigureOptions {
    FigureWidth width = FigureWidth::TwoColumns;
    FigureFormat format = FigureFormat::Pdf;
    int dpi = 300; // of a PNG
    bool letters = true;
    bool chart = true; // where the page has one
    bool scaleBar = true;
    bool colorBars = true;
    bool caption = true;
    bool arrays = false; // and records

    bool operator==(const FigureOptions&) const = default;
};

} // namespace blurig::ui
