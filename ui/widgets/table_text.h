// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QTableWidget;

namespace blurig::ui {

// What a table shows, tab-separated. `corner`: over the names of its rows, where it shows them.
QString textOf(const QTableWidget& table, const QString& corner);

} // namespace blurig::ui
