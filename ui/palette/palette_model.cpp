// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/palette/palette_model.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace blurig::ui {

namespace {

constexpr qsizetype longest = 300; // letters; more are never seen

// Letter by letter, so that places stay those of the text.
QString inOneLine(QString text) {
    text.truncate(longest);
    std::ranges::replace_if(
        text, [](QChar letter) { return letter.category() == QChar::Other_Control || letter.isSpace(); }, QChar(u' '));
    return text;
}

QString words(const PaletteRow& row) {
    QStringList parts{row.text};
    if (row.on)
        parts << (*row.on ? PaletteModel::tr("on") : PaletteModel::tr("off"));
    for (const QString& part : {row.detail, row.note, row.keys})
        if (!part.isEmpty())
            parts << part;
    return parts.join(QStringLiteral(", "));
}

} // namespace

void PaletteModel::setRows(std::vector<PaletteRow> rows) {
    for (PaletteRow& row : rows) {
        for (QString* text : {&row.text, &row.detail, &row.note, &row.help})
            *text = inOneLine(*text);
        std::erase_if(row.matched, [](int place) { return place >= longest; });
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return at(index.row()).text;
    case Qt::AccessibleTextRole:
        return words(at(index.row()));
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const {
    if (!index.isValid() || at(index.row()).heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

} // namespace blurig::ui
