// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/latex_text.h"

#include <QHash>

namespace blurig::ui {

namespace {

const QHash<QChar, QString>& replacements() {
    static const QHash<QChar, QString> known{
        {u'\\', QStringLiteral("\\textbackslash{}")},
        {u'{', QStringLiteral("\\{")},
        {u'}', QStringLiteral("\\}")},
        {u'$', QStringLiteral("\\$")},
        {u'&', QStringLiteral("\\&")},
        {u'#', QStringLiteral("\\#")},
        {u'%', QStringLiteral("\\%")},
        {u'_', QStringLiteral("\\_")},
        {u'^', QStringLiteral("\\textasciicircum{}")},
        {u'~', QStringLiteral("\\textasciitilde{}")},
        {u'<', QStringLiteral("$<$")},
        {u'>', QStringLiteral("$>$")},
        {u'|', QStringLiteral("$|$")},
        {u'"', QStringLiteral("''")},
        {u'−', QStringLiteral("$-$")},
        {u'–', QStringLiteral("--")},
        {u'—', QStringLiteral("---")},
        {u'→', QStringLiteral("$\\rightarrow$")},
        {u'←', QStringLiteral("$\\leftarrow$")},
        {u'×', QStringLiteral("$\\times$")},
        {u'·', QStringLiteral("$\\cdot$")},
        {u'±', QStringLiteral("$\\pm$")},
        {u'≤', QStringLiteral("$\\leq$")},
        {u'≥', QStringLiteral("$\\geq$")},
        {u'∞', QStringLiteral("$\\infty$")},
        {u'…', QStringLiteral("\\ldots{}")},
        {u'σ', QStringLiteral("$\\sigma$")},
        {u'α', QStringLiteral("$\\alpha$")},
        {u'\u00A0', QStringLiteral("~")},
    };
    return known;
}

// "⁻⁴" is one exponent.
qsizetype raisedDigits(QStringView text, QString& plain) {
    static const QString raised = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    qsizetype count = 0;
    for (const QChar c : text) {
        if (c == u'⁻')
            plain += u'-';
        else if (const qsizetype digit = raised.indexOf(c); digit >= 0)
            plain += QString::number(digit);
        else
            break;
        ++count;
    }
    return count;
}

} // namespace

QString latexText(const QString& plain) {
    QString latex;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const QChar c = plain[i];
        QString power;
        if (const qsizetype count = raisedDigits(QStringView(plain).mid(i), power); count > 0) {
            latex += QStringLiteral("$^{%1}$").arg(power);
            i += count - 1;
        } else if (const auto known = replacements().constFind(c); known != replacements().cend()) {
            latex += *known;
        } else if (c == u'-' && latex.endsWith(u'-')) {
            latex += QStringLiteral("{}-"); // no dash of two hyphens
        } else if ((c == u'\'' && latex.endsWith(u'\'')) || (c == u'`' && latex.endsWith(u'`'))) {
            latex += QStringLiteral("{}") + c; // no quotation mark of two
        } else {
            latex += c.isSpace() || c.category() == QChar::Other_Control ? QChar(u' ') : c;
        }
    }
    return latex;
}

} // namespace blurig::ui
