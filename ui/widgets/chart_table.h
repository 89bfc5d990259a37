// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>

#include <functional>

namespace blurig::ui {

// A chart's numbers as a table: in its context menu and under the keys for copying, tab-separated, as spreadsheets take
// them.
void offerTable(QWidget* chart, std::function<QString()> table);

} // namespace blurig::ui
