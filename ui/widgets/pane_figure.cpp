// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/pane_figure.h"

#include "ui/widgets/pane_layout.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrapped_text.h"

#include <climits>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace blurig::ui {

namespace {

constexpr double longerSide = 448; // of a picture, logical pixels

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
    const auto lines = static_cast<int>(captionLines(pane, font).size());
    return paneSizeFor(pane.pictureSize, font, std::max(2, lines));
}

void paintFigure(QPainter& painter, QPointF at, const PaneFigure& pane, const QFont& font) {
    const QPalette palette = figurePalette();
    const PaneLayout layout = layOutPane(paneSizeFor(pane.pictureSize, font), pane.pictureSize, font, 1);
    painter.save();
    painter.translate(at);
    QFont bold = font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette.color(QPalette::WindowText));
    painter.drawText(layout.title, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(bold).elidedText(pane.title, Qt::ElideRight, layout.title.width()));
    if (!pane.picture.isNull()) {
        // Pixels of a map stay squares, those of a photo with more of them than the figure are interpolated.
        const double devicePixels = layout.picture.width() * painter.device()->devicePixelRatioF();
        painter.setRenderHint(QPainter::SmoothPixmapTransform, pane.picture.width() > devicePixels + 0.5);
        painter.drawImage(layout.picture, pane.picture);
    }
    paintColorBars(painter, layout.bar, layout.barOrientation, pane.bars, font, palette);
    painter.setFont(smallFont(font));
    painter.setPen(themeColors(palette).secondaryText);
    paintLines(painter, captionPlace(layout, pane.bars, font).topLeft(), captionLines(pane, font));
    painter.restore();
}

} // namespace blurig::ui
