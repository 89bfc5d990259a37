// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace blurig::ui {

// What an SVG says of itself without drawing it.
enum class SvgText {
    Title,    // <title>
    Metadata, // <metadata id="blurig-choice">
};

QString svgSafe(QString text); // characters that XML cannot hold become U+FFFD

// `svg`: a document with a root element; the text comes before all that is drawn.
QByteArray withSvgText(const QByteArray& svg, SvgText kind, const QString& text);

// The beginning of a document is enough. None where it has no such text, or is damaged before it.
std::optional<QString> svgText(const QByteArray& svg, SvgText kind);

} // namespace blurig::ui
