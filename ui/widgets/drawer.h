// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace blurig::ui {

// A panel at a side of the canvas, with a title and a button that folds it to a narrow strip. Where it is and how wide
// is its DrawerLayout's business.
class Drawer : public QFrame {
    Q_OBJECT
public:
    enum class Side { Left, Right };
    Drawer(Side side, const QString& title, QWidget* content, QWidget* parent = nullptr);

    static constexpr int foldedWidth = 48;
    bool isOpen() const { return m_open; }
    void setOpen(bool open);
    void setRaised(bool raised); // it lies over the canvas

Q_SIGNALS:
    void toggled(); // its button was pressed, or its strip

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; // Escape folds it where it is raised

private:
    void showState();

    Side m_side;
    QString m_title;
    QLabel* m_heading;
    QToolButton* m_fold;
    QWidget* m_content;
    bool m_open = true;
    bool m_raised = false;
};

} // namespace blurig::ui
