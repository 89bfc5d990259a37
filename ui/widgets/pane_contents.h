// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/color_bar.h"
#include "ui/widgets/frame_map.h"
#include "ui/widgets/pane_content.h"

#include <QImage>
#include <QPalette>
#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace blurig::ui {

// What an image pane shows: one content, or two of them left and right of a divider.
struct PaneContents {
    PaneContent left;
    std::optional<PaneContent> right = {};
    double divider = 1; // 0..1 of the picture's width, at 1 only the left one is seen

    bool dropRight();                                                      // whether there was one
    const PaneContent& seen() const { return leftSeen() ? left : *right; } // of two, the left one
    bool coversPicture() const;
    std::vector<ColorBar> bars() const; // one where two would say the same
    QString barWords() const;           // whole, where the bar has no room for them
    QString valueText(QPointF at) const;
    QString badge() const; // of the map that is seen

    void paint(QPainter& painter, const FrameMap& frame, const QPalette& palette) const;
    // What lies in the map's window, on an image of its own with so many device pixels per logical one.
    QImage image(const FrameMap& frame, double scale, const QPalette& palette) const;

private:
    bool leftSeen() const { return !right || divider > 0; }
    bool rightSeen() const { return right && divider < 1; }
};

} // namespace blurig::ui
