// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

class QEvent;
class QKeyEvent;
class QWheelEvent;

namespace blurig::ui {

// From mouse, wheel and keys to sigma: what the slider's handle does, without a picture of it.
class ScaleMotion {
public:
    struct Place {
        double sigma = 0;
        double sigmaMax = 1;
        const std::vector<double>* nodes = nullptr; // ascending
        bool snap = false;
    };

    std::function<Place()> place;
    std::function<double(double)> sigmaAtPixel; // x in the widget
    std::function<void(double)> moved;
    std::function<void()> released;

    ScaleMotion();
    bool handle(QEvent* event); // true: used up

private:
    bool key(const QKeyEvent* event);
    bool wheel(QWheelEvent* event);
    void moveTo(double sigma);
    void moveBy(double fraction);
    void moveToNode(int direction);

    bool m_dragging = false;
    double m_notches = 0; // of the wheel, not yet used up by snapping
    QTimer m_rest;        // no key for a moment
};

} // namespace blurig::ui
