// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace blurig::ui {

class ImagePane;

// The handle of a divider over an image pane's picture: dragged, or moved by Left, Right (Shift: ten times as far),
// Home and End. The pane draws the line itself.
class SwipeDivider : public QWidget {
    Q_OBJECT
public:
    explicit SwipeDivider(ImagePane* pane);

    void setPosition(double position); // 0..1 of the picture's width
    QSize sizeHint() const override;

Q_SIGNALS:
    void moved(double position);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // the pane's size
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();
    void move(double position);

    ImagePane* m_pane;
    double m_position = 0.5;
    double m_grabbed = 0; // px from the line
};

} // namespace blurig::ui
