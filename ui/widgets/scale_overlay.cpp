// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/scale_overlay.h"

#include <QPaintEvent>

namespace blurig::ui {

ScaleOverlay::ScaleOverlay(QCustomPlot* plot, QWidget* parent)
    : QWidget(parent)
    , m_plot(plot) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(plot, &QCustomPlot::afterReplot, this, &ScaleOverlay::takePicture);
}

void ScaleOverlay::takePicture() {
    if (m_plot->size().isEmpty())
        return;
    const double ratio = devicePixelRatioF();
    m_picture = QImage((QSizeF(m_plot->size()) * ratio).toSize(), QImage::Format_RGB32);
    m_picture.setDevicePixelRatio(ratio);
    m_plot->render(&m_picture);
    refresh();
    update();
}

void ScaleOverlay::refresh() {
    const QRegion now =
        legend.place(*m_plot) | curveCursors.place(*m_plot) | cursor.place(*m_plot) | hover.place(*m_plot);
    update(m_shown | now);
    m_shown = now;
}

void ScaleOverlay::paintEvent(QPaintEvent* event) {
    if (!qFuzzyCompare(m_picture.devicePixelRatio(), devicePixelRatioF())) { // on another screen
        m_plot->setBufferDevicePixelRatio(devicePixelRatioF());
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }
    QCPPainter painter(this);
    if (m_picture.size() != (QSizeF(size()) * devicePixelRatioF()).toSize()) // resized, and not plotted yet
        painter.fillRect(rect(), palette().color(QPalette::Base));
    for (const QRect& part : event->region()) { // one by one: within a single rectangle QPainter copies rows
        painter.setClipRect(part);
        painter.drawImage(QPointF(0, 0), m_picture);
    }
    painter.setClipping(false);
    legend.paint(painter, *m_plot);
    curveCursors.paint(painter, *m_plot);
    cursor.paint(painter, *m_plot);
    hover.paint(painter, *m_plot);
}

} // namespace blurig::ui
