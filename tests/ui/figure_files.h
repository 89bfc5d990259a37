// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFile>
#include <QImage>
#include <QList>
#include <QMap>
#include <QSizeF>
#include <QString>
#include <QStringDecoder>
#include <QStringList>
#include <QXmlStreamReader>

namespace blurig::test {

inline QByteArray contentOf(const QString& file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

// The text of a PDF's string in parentheses: Latin-1, or UTF-16 after a mark (Qt 6.8 writes names of files so).
inline QString pdfString(const QByteArray& bytes) {
    if (!bytes.startsWith("\xfe\xff"))
        return QString::fromLatin1(bytes);
    QStringDecoder decoder(QStringDecoder::Utf16BE);
    return decoder(bytes.mid(2));
}

// The attachments of a PDF as Qt writes them: name and content.
inline QMap<QString, QByteArray> attachments(const QByteArray& pdf) {
    QMap<QString, QByteArray> found;
    const auto between = [&pdf](const QByteArray& before, const QByteArray& after, qsizetype from) {
        const qsizetype begin = pdf.indexOf(before, from) + before.size();
        return pdf.mid(begin, pdf.indexOf(after, begin) - begin);
    };
    for (qsizetype at = pdf.indexOf("\n/F ("); at >= 0; at = pdf.indexOf("\n/F (", at + 1)) {
        const QByteArray object = "\n" + between("/EF <</F ", " ", at) + " 0 obj";
        QByteArray packed = between("stream\n", "\nendstream", pdf.indexOf(object));
        packed.prepend(QByteArray("\0\1\0\0", 4)); // qUncompress wants a guess of the size
        found.insert(pdfString(between("(", ")\n/EF", at)), qUncompress(packed));
    }
    return found;
}

// What a reader of SVG finds: texts in their order, pictures decoded.
struct Drawing {
    QStringList texts;
    QList<QImage> pictures;
    int gradients = 0;
    QString width; // of the document, with its unit
    QString height;
    QString error;
};

inline Drawing read(const QByteArray& svg) {
    Drawing drawing;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == QLatin1String("svg")) {
            drawing.width = reader.attributes().value(QLatin1String("width")).toString();
            drawing.height = reader.attributes().value(QLatin1String("height")).toString();
        } else if (reader.name() == QLatin1String("text")) {
            drawing.texts << reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        } else if (reader.name() == QLatin1String("linearGradient")) {
            ++drawing.gradients;
        } else if (reader.name() == QLatin1String("image")) {
            QByteArray data;
            for (const QXmlStreamAttribute& attribute : reader.attributes())
                if (attribute.name() == QLatin1String("href"))
                    data = attribute.value().toLatin1();
            drawing.pictures << QImage::fromData(QByteArray::fromBase64(data.mid(data.indexOf(',') + 1)), "PNG");
        }
    }
    if (reader.hasError())
        drawing.error = reader.errorString();
    return drawing;
}

// Of a PDF's only page, in millimetres; empty where it has no such box.
inline QSizeF pageSize(const QByteArray& pdf) {
    static const QByteArray key = "/MediaBox [";
    const qsizetype begin = pdf.indexOf(key) + key.size();
    const QList<QByteArray> box = pdf.mid(begin, pdf.indexOf(']', begin) - begin).split(' ');
    if (begin < key.size() || box.size() != 4)
        return {};
    return QSizeF(box[2].toDouble() - box[0].toDouble(), box[3].toDouble() - box[1].toDouble()) * (25.4 / 72);
}

} // namespace blurig::test
