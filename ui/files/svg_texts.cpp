// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/files/svg_texts.h"

#include "core/record/choice.h"

#include <QXmlStreamReader>

#include <cassert>

namespace blurig::ui {

namespace {

bool xmlHolds(char32_t c) {
    return c == U'\t' || c == U'\n' || c == U'\r' || (c >= 0x20 && c < 0xD800) ||
           (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
}

} // namespace

QString svgSafe(QString text) {
    const QList<uint> characters = text.toUcs4(); // a lone surrogate comes as U+FFFD
    text.clear();
    for (const uint c : characters) {
        const char32_t kept = xmlHolds(c) ? char32_t{c} : U'\uFFFD';
        text += QString::fromUcs4(&kept, 1);
    }
    return text;
}

QByteArray withSvgText(const QByteArray& svg, SvgText kind, const QString& text) {
    const qsizetype inside = svg.indexOf('>', svg.indexOf("<svg")) + 1;
    assert(inside > 0);
    const QString words = svgSafe(text).toHtmlEscaped();
    const QString element = kind == SvgText::Title ? QStringLiteral("\n<title>%1</title>")
                                                   : QStringLiteral("\n<metadata id=\"%2\">%1</metadata>");
    const QString whole =
        kind == SvgText::Title ? element.arg(words) : element.arg(words, QLatin1String(Choice::pngKeyword));
    return QByteArray(svg).insert(inside, whole.toUtf8());
}

std::optional<QString> svgText(const QByteArray& svg, SvgText kind) {
    QXmlStreamReader reader(svg); // resolves no outer entity, and bounds those inside
    if (!reader.readNextStartElement() || reader.name() != QLatin1String("svg"))
        return std::nullopt;
    while (reader.readNextStartElement()) {
        const bool found = kind == SvgText::Title ? reader.name() == QLatin1String("title")
                                                  : reader.name() == QLatin1String("metadata") &&
                                                        reader.attributes().value(QLatin1String("id")) ==
                                                            QLatin1String(Choice::pngKeyword);
        if (!found) {
            reader.skipCurrentElement();
            continue;
        }
        const QString text = reader.readElementText();
        return reader.hasError() ? std::nullopt : std::optional(text);
    }
    return std::nullopt;
}

} // namespace blurig::ui
