// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/number_text.h"

#include <cmath>

namespace blurig::ui {

namespace {

constexpr int mostDigits = 17; // a double has no more

// "1.234e-05" to "1.234e-5".
QString shortExponent(QString text) {
    const qsizetype at = text.indexOf(u'e');
    if (at < 0)
        return text;
    const int exponent = text.mid(at + 1).toInt();
    return text.left(at + 1) + QString::number(exponent);
}

QString errorText(double shown, double exceededLimit, const QString& suffix) {
    if (!std::isfinite(shown))
        return QStringLiteral("–");
    for (int digits = 2; digits <= mostDigits; ++digits) {
        const QString text = significant(shown, digits);
        if (exceededLimit < 0 || text.toDouble() > exceededLimit)
            return text + suffix;
    }
    return QStringLiteral("> ") + significant(exceededLimit, 2) + suffix;
}

} // namespace

QString significant(double value, int digits) {
    if (!std::isfinite(value))
        return QStringLiteral("–");
    if (value == 0)
        return QStringLiteral("0");
    // The exponent after rounding: 9.996 with three digits is 10.0.
    const QString scientific = QString::number(value, 'e', digits - 1);
    const int exponent = scientific.mid(scientific.indexOf(u'e') + 1).toInt();
    if (exponent < -3 || exponent >= 5)
        return shortExponent(scientific);
    return QString::number(value, 'f', std::max(0, digits - 1 - exponent));
}

QString fixed(double value, int decimals) {
    if (!std::isfinite(value))
        return QStringLiteral("–");
    const QString text = QString::number(value, 'f', decimals);
    return text.toDouble() == 0 && text.startsWith(u'-') ? text.mid(1) : text; // no "-0.000"
}

QString scoreText(double score) {
    return std::abs(score) <= 1 ? fixed(score, 3) : significant(score, 4);
}

QString sigmaText(double sigma) {
    return fixed(sigma, sigma < 10 ? 2 : 1);
}

QString percentage(double probability) {
    if (!std::isfinite(probability))
        return QStringLiteral("–");
    if (probability > 0 && probability < 0.0005)
        return QStringLiteral("< 0.1 %");
    if (probability < 1 && probability >= 0.9995)
        return QStringLiteral("> 99.9 %");
    return fixed(probability * 100, 1) + QStringLiteral(" %");
}

QString errorPercentage(double fraction, double exceededLimit) {
    return errorText(fraction * 100, exceededLimit < 0 ? exceededLimit : exceededLimit * 100, QStringLiteral(" %"));
}

QString errorAbsolute(double value, double exceededLimit) {
    return errorText(value, exceededLimit, QString());
}

QString plainToolTip(const QString& text) {
    return text.isEmpty() ? QString() : QStringLiteral("<qt>") + text.toHtmlEscaped() + QStringLiteral("</qt>");
}

QString withoutMnemonic(QString text) {
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace blurig::ui
