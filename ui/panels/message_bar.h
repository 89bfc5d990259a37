// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QFrame>
#include <QString>

#include <functional>

class QLabel;
class QPushButton;

namespace blurig::ui {

// One line above the page that says what went wrong and what to do; never a dialog in the way. Stays until it is closed
// or another message takes its place.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    enum class Kind { Notice, Error };
    void show(Kind kind, const QString& text);
    void showError(const Error& error);
    // A button beside the text, gone with it.
    void offer(const QString& buttonText, std::function<void()> action);
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind m_kind = Kind::Notice;
    QLabel* m_text;
    QPushButton* m_action;
    std::function<void()> m_run;
};

} // namespace blurig::ui
