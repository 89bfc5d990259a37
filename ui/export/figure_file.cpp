// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/figure_file.h"

#include "core/error.h"
#include "core/record/choice.h"
#include "core/record/png_file.h"
#include "ui/files/svg_texts.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>
#include <cstring>

namespace blurig::ui {

namespace {

constexpr double pngScale = 2.0; // for print
constexpr int logicalDpi = 96;
constexpr int pdfDpi = 1200;
constexpr double pointsPerInch = 72;

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

QByteArray png(const Figure& figure, const std::string& choice) {
    const auto bytes = encodePng(rasterOf(toImage(figure, pngScale)), {{Choice::pngKeyword, choice}});
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

// Texts go in as texts: what XML cannot hold must not make the file unreadable.
Figure safeForXml(Figure figure) {
    figure.title = svgSafe(figure.title);
    for (PaneFigure& pane : figure.panes) {
        pane.title = svgSafe(pane.title);
        pane.caption = svgSafe(pane.caption);
        for (ColorBar& bar : pane.bars) {
            bar.unit = svgSafe(bar.unit);
            for (QString* words : {&bar.words.low, &bar.words.high, &bar.words.shortLow, &bar.words.shortHigh})
                *words = svgSafe(*words);
        }
    }
    for (QString& line : figure.lines)
        line = svgSafe(line);
    return figure;
}

// The same figure gives the same bytes.
QByteArray svg(const Figure& unsafe, const std::string& choice) {
    const Figure figure = safeForXml(unsafe);
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(logicalDpi);
    generator.setSize(figureSize(figure));
    generator.setViewBox(QRect(QPoint(0, 0), figureSize(figure)));
    QPainter painter(&generator);
    paintFigure(painter, figure);
    painter.end();
    const QByteArray titled = withSvgText(buffer.data(), SvgText::Title, figure.title);
    return withSvgText(titled, SvgText::Metadata, QString::fromStdString(choice));
}

// Qt writes the time into every PDF (/CreationDate): two of one figure differ there and nowhere else.
QByteArray pdf(const Figure& figure, const std::string& choice) {
    const QSizeF size = QSizeF(figureSize(figure)) * (pointsPerInch / logicalDpi);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(pdfDpi);
    writer.setPageSize(QPageSize(QSizeF(std::ceil(size.width()), std::ceil(size.height())), QPageSize::Point, QString(),
                                 QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(figure.title);
    writer.setCreator(QStringLiteral("BlurIG Explorer"));
    writer.addFileAttachment(QStringLiteral("blurig-choice.json"), QByteArray::fromStdString(choice),
                             QStringLiteral("application/json"));
    QPainter painter(&writer);
    painter.scale(static_cast<double>(pdfDpi) / logicalDpi, static_cast<double>(pdfDpi) / logicalDpi);
    paintFigure(painter, figure);
    painter.end();
    return buffer.data();
}

} // namespace

FigureFormat figureFormatOf(const QString& file) {
    const QString ending = QFileInfo(file).suffix().toLower();
    if (ending == QLatin1String("png"))
        return FigureFormat::Png;
    if (ending == QLatin1String("svg"))
        return FigureFormat::Svg;
    if (ending == QLatin1String("pdf"))
        return FigureFormat::Pdf;
    throw Error(ErrorCode::Argument, file.toStdString(), "its extension is not that of a supported figure format",
                "Use the extension .png, .svg or .pdf");
}

std::optional<double> pixelScaleOf(FigureFormat format) {
    return format == FigureFormat::Png ? std::optional(pngScale) : std::nullopt;
}

QByteArray encodedFigure(const Figure& figure, FigureFormat format, const std::string& choice) {
    switch (format) {
    case FigureFormat::Png:
        return png(figure, choice);
    case FigureFormat::Svg:
        return svg(figure, choice);
    case FigureFormat::Pdf:
        return pdf(figure, choice);
    }
    return {};
}

} // namespace blurig::ui
