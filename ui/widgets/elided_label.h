// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace blurig::ui {

// One line of plain text that ends in an ellipsis where it has no room; its tooltip then begins with the whole of it.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void setExplanation(const QString& text); // of the tooltip

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_explanation;
};

} // namespace blurig::ui
