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

// A notice that lies over the lower end of its parent and says what went wrong and what to do: it moves nothing, and is
// no dialog in the way. Stays until it is closed or another message takes its place.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* over);

    enum class Kind { Notice, Error };
    void show(Kind kind, const QString& text);
    void showError(const Error& error);
    // A button beside the text, gone with it.
    void offer(const QString& buttonText, std::function<void()> action);
    QString text() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // of what it lies over
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();

    Kind m_kind = Kind::Notice;
    QLabel* m_text;
    QPushButton* m_action;
    std::function<void()> m_run;
};

} // namespace blurig::ui
