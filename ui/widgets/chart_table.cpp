// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/chart_table.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

namespace blurig::ui {

void offerTable(QWidget* chart, std::function<QString()> table) {
    auto* copy = new QAction(QCoreApplication::translate("Charts", "Copy as table"), chart);
    copy->setObjectName(QStringLiteral("copyTable"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QAction::triggered, chart,
                     [table = std::move(table)] { QGuiApplication::clipboard()->setText(table()); });
    chart->addAction(copy);
    chart->setContextMenuPolicy(Qt::ActionsContextMenu);
}

} // namespace blurig::ui
