// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>

namespace blurig::ui {

// A box in a narrow place: what it has no room for ends in dots, and stands in its list.
class ElidingBox : public QComboBox {
    Q_OBJECT
public:
    explicit ElidingBox(QWidget* parent = nullptr);

    void showPopup() override; // as wide as its items need

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace blurig::ui
