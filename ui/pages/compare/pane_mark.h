// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace blurig::ui {

// "A" or "B" on the accent colour: this pane is looked at against another.
class PaneMark : public QLabel {
    Q_OBJECT
public:
    explicit PaneMark(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace blurig::ui
