// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/figure.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cstring>

namespace blurig::ui {

QImage figureOf(const std::vector<const ImagePane*>& panes, int columns, const QString& text, double scale) {
    const int gap = static_cast<int>(8 * scale);
    std::vector<QImage> figures;
    QSize cell;
    for (const ImagePane* pane : panes) {
        figures.push_back(pane->figure(scale));
        figures.back().setDevicePixelRatio(1);
        cell = cell.expandedTo(figures.back().size());
    }
    const int count = static_cast<int>(panes.size());
    const int rows = (count + columns - 1) / columns;
    const QSize grid(columns * (cell.width() + gap) + gap, rows * (cell.height() + gap));

    QFont font = panes.front()->font();
    font.setPixelSize(static_cast<int>(QFontInfo(font).pixelSize() * scale));
    const QFontMetricsF metrics(font);
    const QRectF place(gap, grid.height(), grid.width() - 2 * gap, metrics.height() * (count + 3));
    const QRectF needed = metrics.boundingRect(place, Qt::TextWordWrap, text);

    QImage image(grid.width(), grid.height() + gap + static_cast<int>(needed.height()), QImage::Format_RGBA8888);
    image.fill(Qt::white); // as the panes' own figures
    QPainter painter(&image);
    for (int i = 0; i < count; ++i)
        painter.drawImage(gap + i % columns * (cell.width() + gap), gap / 2 + i / columns * (cell.height() + gap),
                          figures[static_cast<std::size_t>(i)]);
    painter.setFont(font);
    painter.setPen(Qt::black);
    painter.drawText(place, Qt::TextWordWrap, text);
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
