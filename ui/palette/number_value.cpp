// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/palette/number_value.h"

#include <QCoreApplication>

#include <cmath>
#include <optional>

namespace blurig::ui {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("Palette", text);
}

std::optional<double> numberIn(QString typed, const QString& unit) {
    if (typed.endsWith(unit, Qt::CaseInsensitive))
        typed.chop(unit.size());
    typed.replace(u',', u'.');
    bool isNumber = false;
    const double number = typed.trimmed().toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

QString text(double number) {
    return QString::number(number, 'g', 4);
}

QString withUnit(double number, const QString& unit) {
    return text(number) + u' ' + unit;
}

PaletteRow told(const NumberValue& value, const QString& words) {
    PaletteRow row;
    row.text = words;
    row.note = translated("now %1").arg(withUnit(value.now, value.unit));
    row.help = value.help;
    return row;
}

} // namespace

std::vector<PaletteRow> numberRows(const NumberValue& value, const QString& typed) {
    const QString range =
        translated("%1 takes %2 to %3").arg(value.name, text(value.from), withUnit(value.to, value.unit));
    if (typed.isEmpty()) {
        PaletteRow row = told(value, range);
        row.completion = value.word + u' ';
        return {row};
    }
    const std::optional<double> number = numberIn(typed, value.unit);
    if (!number)
        return {told(value, translated("%1, not “%2”").arg(range, typed))};
    if (*number < value.from)
        return {told(value, translated("%1, not %2").arg(range, text(*number)))};
    const double set = std::min(*number, value.to);
    PaletteRow row = told(value, value.setTo.arg(withUnit(set, value.unit)));
    if (set < *number)
        row.detail = translated("its greatest; %1 is beyond it").arg(text(*number));
    row.remembered = value.word + u' ' + QString::number(*number, 'g', 10);
    row.completion = row.remembered;
    row.run = [write = value.set, set] { write(set); };
    return {row};
}

} // namespace blurig::ui
