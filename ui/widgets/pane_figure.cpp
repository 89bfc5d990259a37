// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/pane_figure.h"

#include "ui/widgets/theme.h"
#include "ui/widgets/wrapped_text.h"

#include <climits>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

namespace {

constexpr double longerSide = 448; // of a picture, logical pixels
constexpr double margin = 4;
constexpr double gap = 5;

double titleHeight(const QFont& font) {
    return std::ceil(QFontMetricsF(font).height());
}

// Every choice stands on the figure: no ellipsis there.
QStringList captionLines(const PaneFigure& pane, const QFont& font) {
    return wrapped(pane.caption, smallFont(font), pane.pictureSize.width(), INT_MAX).lines;
}

} // namespace

QFont figureFont(const QFont& base) {
    QFont font = base;
    font.setPixelSize(QFontInfo(base).pixelSize());
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QSize figurePictureSize(QSizeF frame) {
    return frame.scaled(QSizeF(longerSide, longerSide), Qt::KeepAspectRatio).toSize().expandedTo(QSize(1, 1));
}

QSizeF figureSize(const PaneFigure& pane, const QFont& font) {
    const auto lines = std::max(2.0, static_cast<double>(captionLines(pane, font).size()));
    return {pane.pictureSize.width() + 2 * margin,
            margin + titleHeight(font) + gap + pane.pictureSize.height() + gap + colorBarHeight(font) + gap +
                std::ceil(QFontMetricsF(smallFont(font)).lineSpacing() * lines) + margin};
}

void paintFigure(QPainter& painter, QPointF at, const PaneFigure& pane, const QFont& font) {
    const QPalette palette = figurePalette();
    const double width = pane.pictureSize.width();
    const QRectF title(margin, margin, width, titleHeight(font));
    const QRectF picture(QPointF(margin, title.bottom() + gap), pane.pictureSize);
    const QRectF bar(margin, picture.bottom() + gap, width, colorBarHeight(font));
    painter.save();
    painter.translate(at);
    QFont bold = font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette.color(QPalette::WindowText));
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(bold).elidedText(pane.title, Qt::ElideRight, width));
    if (!pane.picture.isNull()) {
        // Pixels of a map stay squares, those of a photo with more of them than the figure are interpolated.
        const double devicePixels = width * painter.device()->devicePixelRatioF();
        painter.setRenderHint(QPainter::SmoothPixmapTransform, pane.picture.width() > devicePixels + 0.5);
        painter.drawImage(picture, pane.picture);
    }
    paintColorBars(painter, bar, pane.bars, font, palette);
    painter.setFont(smallFont(font));
    painter.setPen(themeColors(palette).secondaryText);
    paintLines(painter, pane.bars.empty() ? bar.topLeft() : bar.bottomLeft() + QPointF(0, gap),
               captionLines(pane, font));
    painter.restore();
}

} // namespace blurig::ui
