// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/printed_number.h"

#include <QRegularExpression>

namespace blurig::ui {

QString printedNumber(const QString& number) {
    static const QRegularExpression power(QStringLiteral("(?<=\\d)e(-?\\d+)"));
    static const QString raised = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = number;
    if (const QRegularExpressionMatch found = power.match(text); found.hasMatch()) {
        QString exponent = QStringLiteral("×10");
        for (const QChar c : found.captured(1))
            exponent += c == u'-' ? QChar(u'⁻') : raised[c.digitValue()];
        text.replace(found.capturedStart(), found.capturedLength(), exponent);
    }
    return text.replace(u'-', u'−');
}

} // namespace blurig::ui
