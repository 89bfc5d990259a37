// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QSizeF>
#include <QWidget>

#include <functional>

namespace blurig::ui {

// A figure as large as the widget has room, with a margin, on the canvas. It is drawn for each pixel of the screen, not
// scaled.
class FigurePreview : public QWidget {
    Q_OBJECT
public:
    explicit FigurePreview(QWidget* parent = nullptr);

    // draw: at so many dots per inch.
    void setFigure(QSizeF millimetres, std::function<QImage(double dpi)> draw);
    double dpi() const; // that it is drawn with; 0 without a figure or without room
    const QImage& image() const { return m_image; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void redraw();

    QSizeF m_millimetres;
    std::function<QImage(double)> m_draw;
    QImage m_image;
};

} // namespace blurig::ui
