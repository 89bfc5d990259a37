// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/figure_file.h"

#include "core/error.h"
#include "core/record/choice.h"
#include "core/record/png_file.h"
#include "ui/export/figure_style.h"
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
    const auto bytes = encodePng(rasterOf(toImage(figure, figure.options.dpi)),
                                 {.texts = {{Choice::pngKeyword, choice}}, .dpi = figure.options.dpi});
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

// Texts go in as texts: what XML cannot hold must not make the file unreadable.
Figure safeForXml(Figure figure) {
    figure.content.title = svgSafe(figure.content.title);
    for (FigurePanel& panel : figure.content.panels) {
        panel.title = svgSafe(panel.title);
        for (ColorBar& bar : panel.bars)
            bar.unit = svgSafe(bar.unit);
    }
    if (figure.content.chart)
        for (ScoreCurve& curve : figure.content.chart->curves)
            curve.name = svgSafe(curve.name);
    return figure;
}

// The same figure gives the same bytes.
QByteArray svg(const Figure& unsafe, const std::string& choice) {
    const Figure figure = safeForXml(unsafe);
    const QSize size = (figureMillimetres(figure) * figureUnitsPerMillimetre).toSize();
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(figureUnitsPerInch);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    QPainter painter(&generator);
    paintFigure(painter, figure);
    painter.end();
    const QByteArray titled = withSvgText(buffer.data(), SvgText::Title, figure.content.title);
    return withSvgText(titled, SvgText::Metadata, QString::fromStdString(choice));
}

// Qt rounds a page to whole points. Its box is written with six decimals, which leaves room for the exact size.
QByteArray withExactPage(QByteArray pdf, QSizeF points) {
    static const QByteArray key = "/MediaBox [0 0 ";
    const qsizetype begin = pdf.indexOf(key) + key.size();
    const qsizetype end = pdf.indexOf(']', begin);
    const QByteArray exact =
        QByteArray::number(points.width(), 'f', 6) + ' ' + QByteArray::number(points.height(), 'f', 6);
    if (begin >= key.size() && exact.size() == end - begin) // else every place in the file would move
        pdf.replace(begin, exact.size(), exact);
    return pdf;
}

// Qt writes the time into every PDF (/CreationDate): two of one figure differ there and nowhere else.
QByteArray pdf(const Figure& figure, const std::string& choice) {
    const QSizeF points = figureMillimetres(figure) * figureUnitsPerMillimetre / figureUnitsPerPoint;
    const QSizeF whole(std::ceil(points.width()), std::ceil(points.height()));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(figureUnitsPerInch);
    writer.setPageSize(QPageSize(whole, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(figure.content.title);
    writer.setCreator(QStringLiteral("BlurIG Explorer"));
    writer.addFileAttachment(QStringLiteral("blurig-choice.json"), QByteArray::fromStdString(choice),
                             QStringLiteral("application/json"));
    QPainter painter(&writer);
    painter.translate(0, (whole.height() - points.height()) * figureUnitsPerPoint); // the box begins at the foot
    paintFigure(painter, figure);
    painter.end();
    return withExactPage(buffer.data(), points);
}

} // namespace

FigureFormat figureFormatOf(const QString& file) {
    const std::string ending = QFileInfo(file).suffix().toLower().toStdString();
    if (const auto format = valueOf(figureFormatWords, ending))
        return *format;
    throw Error(ErrorCode::Argument, file.toStdString(), "its extension is not that of a supported figure format",
                "Use the extension .png, .svg or .pdf");
}

QString endingOf(FigureFormat format) {
    const std::string_view word = wordOf(figureFormatWords, format);
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

QByteArray encodedFigure(const Figure& figure, const std::string& choice) {
    switch (figure.options.format) {
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
