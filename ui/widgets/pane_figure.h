// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/color_bar.h"

#include <QFont>
#include <QImage>
#include <QPalette>
#include <QSizeF>
#include <QString>

#include <vector>

class QPainter;

namespace blurig::ui {

// What a figure shows of one pane, in logical pixels: title, picture, colour bar, the whole caption. A value that any
// thread may paint.
struct PaneFigure {
    QString title;
    QString caption;
    QImage picture;    // null: the place stays empty
    QSize pictureSize; // that it is drawn in
    std::vector<ColorBar> bars;
    double modelPixels = 0; // of the model's input that the picture's width shows
};

QFont figureFont(const QFont& base);   // the same metrics on every device
QSize figurePictureSize(QSizeF frame); // the longer side has 448 px

QSizeF figureSize(const PaneFigure& pane, const QFont& font);
void paintFigure(QPainter& painter, QPointF at, const PaneFigure& pane, const QFont& font);

} // namespace blurig::ui
