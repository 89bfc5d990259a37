// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/figure.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cstring>
#include <vector>

namespace blurig::ui {

QImage figureOf(const PaneRow& panes, const QString& line, double scale) {
    std::vector<QImage> figures;
    int width = 0;
    int height = 0;
    const int gap = static_cast<int>(8 * scale);
    for (const PaneKind kind : panes.visibleKinds()) {
        figures.push_back(panes.pane(kind)->figure(scale));
        width += figures.back().width() + gap;
        height = std::max(height, figures.back().height());
    }
    QFont font = panes.font();
    font.setPixelSize(static_cast<int>(QFontInfo(font).pixelSize() * scale));
    const QRectF textPlace(gap, height + gap, width - gap, QFontMetricsF(font).height() * 3);
    const QRectF textNeeded = QFontMetricsF(font).boundingRect(textPlace, Qt::TextWordWrap, line);

    QImage image(width + gap, height + 2 * gap + static_cast<int>(textNeeded.height()), QImage::Format_RGBA8888);
    image.fill(Qt::white); // as the panes' own figures
    QPainter painter(&image);
    int x = gap;
    for (QImage& figure : figures) {
        figure.setDevicePixelRatio(1);
        painter.drawImage(x, gap / 2, figure);
        x += figure.width() + gap;
    }
    painter.setFont(font);
    painter.setPen(Qt::black);
    painter.drawText(textPlace, Qt::TextWordWrap, line);
    return image;
}

Raster rasterOf(const QImage& image) {
    const QImage rgba = image.convertToFormat(QImage::Format_RGBA8888);
    const auto rowBytes = static_cast<std::size_t>(rgba.width()) * 4;
    std::vector<std::uint8_t> pixels(rowBytes * static_cast<std::size_t>(rgba.height()));
    for (int y = 0; y < rgba.height(); ++y)
        std::memcpy(pixels.data() + rowBytes * static_cast<std::size_t>(y), rgba.constScanLine(y), rowBytes);
    return {.width = rgba.width(),
            .height = rgba.height(),
            .rgba = std::make_shared<const std::vector<std::uint8_t>>(std::move(pixels))};
}

} // namespace blurig::ui
