// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QInputDialog>

namespace blurig::ui {

// Asks how much memory computations and stored results may use; doubleValueSelected() says it in GiB.
class MemoryDialog : public QInputDialog {
    Q_OBJECT
public:
    MemoryDialog(double gib, QWidget* parent); // 0: a quarter of the machine's
};

} // namespace blurig::ui
