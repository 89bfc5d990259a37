// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/files/incoming.h"

#include "core/record/choice.h"
#include "core/record/png_file.h"
#include "ui/files/svg_texts.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QPainter>

#include <algorithm>
#include <span>

namespace blurig::ui {

namespace {

const QByteArray pngSignature = QByteArrayLiteral("\x89PNG\r\n\x1a\n");
const QString pngType = QStringLiteral("image/png");
const QString svgType = QStringLiteral("image/svg+xml");
constexpr qint64 svgHead = qint64{16} << 20;       // bytes: the choice comes before the pictures
constexpr qint64 largestFigure = qint64{64} << 20; // bytes: a figure is a window's size, not a scan's

std::span<const std::byte> bytesOf(const QByteArray& data) {
    return std::as_bytes(std::span(data.constData(), static_cast<std::size_t>(data.size())));
}

std::optional<QString> choiceInPng(const QByteArray& png) {
    const auto text = pngText(bytesOf(png), Choice::pngKeyword);
    return text ? std::optional(QString::fromStdString(*text)) : std::nullopt;
}

} // namespace

bool looksLikeSession(const QString& file) {
    return QFileInfo(file).suffix().toLower() == QLatin1String("blurig");
}

bool looksLikeSvg(const QString& file) {
    return QFileInfo(file).suffix().toLower() == QLatin1String("svg");
}

bool looksLikeModel(const QString& file, const std::vector<ModelFileKind>& kinds) {
    return std::ranges::any_of(kinds, [&file](const ModelFileKind& kind) {
        return std::ranges::any_of(kind.endings, [&file](const std::string& ending) {
            return file.endsWith(u'.' + QString::fromStdString(ending), Qt::CaseInsensitive);
        });
    });
}

std::optional<QString> choiceInside(const QString& file) {
    QFile figure(file);
    if (!QFileInfo(file).isFile() || !figure.open(QIODevice::ReadOnly))
        return std::nullopt;
    if (figure.peek(pngSignature.size()) == pngSignature)
        return figure.size() > largestFigure ? std::nullopt : choiceInPng(figure.readAll());
    return looksLikeSvg(file) ? svgText(figure.read(svgHead), SvgText::Metadata) : std::nullopt;
}

std::optional<QString> choiceInside(const QMimeData& data) {
    if (data.hasFormat(pngType))
        return choiceInPng(data.data(pngType));
    return data.hasFormat(svgType) ? svgText(data.data(svgType).left(svgHead), SvgText::Metadata) : std::nullopt;
}

std::vector<std::byte> encodedPicture(const QMimeData& data) {
    QByteArray encoded = data.hasFormat(pngType) ? data.data(pngType) : QByteArray();
    if (encoded.isEmpty()) {
        const QImage picture = qvariant_cast<QImage>(data.imageData());
        if (picture.isNull())
            return {};
        // Transparency is shown on white, as in files; PNM is written in the time of a copy.
        QImage opaque(picture.size(), QImage::Format_RGB888);
        opaque.fill(Qt::white);
        QPainter(&opaque).drawImage(0, 0, picture);
        QBuffer buffer(&encoded);
        buffer.open(QIODevice::WriteOnly);
        opaque.save(&buffer, "PPM");
    }
    const auto bytes = bytesOf(encoded);
    return {bytes.begin(), bytes.end()};
}

} // namespace blurig::ui
