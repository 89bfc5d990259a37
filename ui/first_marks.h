// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QPointer>

#include <vector>

class QLabel;
class QPushButton;

namespace blurig::ui {

// A few short notes for a newcomer, one after the other, each beside what it is about. They lie over the window and
// hold nothing up; after the last one they are gone for good.
class FirstMarks : public QFrame {
    Q_OBJECT
public:
    struct Mark {
        QPointer<QWidget> about;
        QString text;
    };
    FirstMarks(std::vector<Mark> marks, QWidget* window);

Q_SIGNALS:
    void ended();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // of the window
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showMark();
    void next();
    void end();
    void place();

    std::vector<Mark> m_marks;
    std::size_t m_shown = 0;
    QLabel* m_text;
    QLabel* m_count;
    QPushButton* m_next;
};

} // namespace blurig::ui
