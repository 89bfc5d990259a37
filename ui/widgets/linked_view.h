// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointF>

#include <optional>

namespace blurig::ui {

// Zoom, pan and crosshair that several panes share, in the coordinates of the shown frame (model pixels, or pixels of
// the original): one of these, every pane listens.
class LinkedView : public QObject {
    Q_OBJECT
public:
    explicit LinkedView(QObject* parent = nullptr);

    double zoom() const { return m_zoom; }                           // 1: the frame fits the pane
    QPointF center() const { return m_center; }                      // 0..1 of the frame
    std::optional<QPointF> crosshair() const { return m_crosshair; } // 0..1 of the frame
    bool pinned() const { return m_pinned; } // the crosshair stays while the pointer goes elsewhere, to the slider

    void setView(double zoom, QPointF center); // clamped: zoom 1 to 64, what is shown inside the frame
    void zoomAt(QPointF fixedPoint, double factor);
    void setCrosshair(std::optional<QPointF> point); // none: also unpins
    void setPinned(bool pinned);                     // only where there is a crosshair
    void reset();

Q_SIGNALS:
    void viewChanged();
    void crosshairChanged();

private:
    double m_zoom = 1.0;
    QPointF m_center{0.5, 0.5};
    std::optional<QPointF> m_crosshair;
    bool m_pinned = false;
};

} // namespace blurig::ui
