// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/shortcuts_dialog.h"

#include "ui/actions/actions.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace blurig::ui {

namespace {

QTreeWidgetItem* addRow(QTreeWidget* table, const QString& what, const QString& keys, const QString& help) {
    return new QTreeWidgetItem(table, {what, keys, help});
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const std::vector<ActionSpec>& actions, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("shortcutsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(760, 620);
    auto* table = new QTreeWidget(this);
    table->setObjectName(QStringLiteral("shortcutsTable"));
    table->setRootIsDecorated(false);
    table->setAlternatingRowColors(true);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setHeaderLabels({tr("What"), tr("Keys"), tr("What it does")});
    for (const ActionSpec& spec : actions) {
        addRow(table, Actions::plainText(spec),
               QKeySequence::listToString(Actions::shortcuts(spec), QKeySequence::NativeText),
               QCoreApplication::translate("Actions", spec.help));
    }
    addRow(table, tr("On the slider"), tr("←  →"), tr("One fine step; with Shift a coarse one"));
    addRow(table, tr("On the slider"), tr("Home, End"), tr("To the photo, to the blurred end"));
    addRow(table, tr("On the slider"), tr("[  ]"), tr("To the next node"));
    addRow(table, tr("On a pane"), tr("Wheel, drag"), tr("Zooms at the pointer, pans; all panes follow"));
    addRow(table, tr("On a pane"), tr("Double click"), tr("Shows the whole picture"));
    addRow(table, tr("On a pane"), tr("Arrow keys"), tr("Move the crosshair"));
    addRow(table, tr("On a pane"), tr("Ctrl and drag"), tr("Drags the picture out as PNG"));
    addRow(table, tr("On the photo"), tr("Drag"),
           tr("Chooses the part that the model sees; Escape restores the model's crop"));
    table->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    table->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(table);
    column->addWidget(buttons);
}

} // namespace blurig::ui
