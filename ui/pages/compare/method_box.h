// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>

namespace blurig::ui {

// The method of a pane by its short name, and the list of all methods behind it. As wide as the name.
class MethodBox : public QComboBox {
    Q_OBJECT
public:
    explicit MethodBox(QWidget* parent = nullptr);

    void setMethod(const std::string& id);
    bool knowsMethod() const { return currentIndex() >= 0; }
    const QString& shownName() const { return m_shown; } // "IG"

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void showPopup() override;

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_shown; // short
};

} // namespace blurig::ui
