// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/table_text.h"

#include <QHeaderView>
#include <QTableWidget>

namespace blurig::ui {

QString textOf(const QTableWidget& table, const QString& corner) {
    const bool named = !table.verticalHeader()->isHidden();
    QStringList lines;
    QStringList cells;
    if (named)
        cells << corner;
    for (int column = 0; column < table.columnCount(); ++column)
        cells << table.horizontalHeaderItem(column)->text();
    lines << cells.join(QLatin1Char('\t'));
    for (int row = 0; row < table.rowCount(); ++row) {
        cells.clear();
        if (named)
            cells << table.verticalHeaderItem(row)->text();
        for (int column = 0; column < table.columnCount(); ++column)
            cells << table.item(row, column)->text();
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace blurig::ui
