// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/memory_dialog.h"

namespace blurig::ui {

MemoryDialog::MemoryDialog(double gib, QWidget* parent)
    : QInputDialog(parent) {
    setObjectName(QStringLiteral("memoryDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setInputMode(QInputDialog::DoubleInput);
    setWindowTitle(tr("Memory"));
    setLabelText(
        tr("Memory in GiB; half of it is for stored results. 0 stands for a quarter of the machine's memory."));
    setDoubleRange(0, 4096);
    setDoubleDecimals(2);
    setDoubleValue(gib);
}

} // namespace blurig::ui
