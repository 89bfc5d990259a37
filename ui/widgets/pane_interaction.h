// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/frame_map.h"
#include "ui/widgets/linked_view.h"

#include <QPointer>
#include <QRectF>

#include <functional>
#include <optional>

class QContextMenuEvent;
class QEvent;
class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace blurig::ui {

class ImagePane;

// Mouse and keys of an image pane: wheel zooms at the pointer, drag pans, double click resets, moving sets the shared
// crosshair, a click pins it, arrow keys move it; Ctrl+drag or dragging the title drags the picture out.
class PaneInteraction {
public:
    // Where things are at the moment of an event.
    struct Surface {
        FrameMap map;
        QRectF title;
        QPointF pixelStep; // one model pixel, in units of the frame
        bool hasPicture = false;
    };

    PaneInteraction(ImagePane& pane, LinkedView* view, std::function<Surface()> surface);
    bool handle(QEvent* event); // true: used up

private:
    enum class Drag { None, Pressed, Panning, PressedToDragOut };

    bool press(QMouseEvent* event);
    bool move(QMouseEvent* event);
    bool release(QMouseEvent* event);
    bool wheel(QWheelEvent* event);
    bool key(QKeyEvent* event);
    bool contextMenu(QContextMenuEvent* event);
    void moveCrosshair(QPointF pixels);
    void dragOut();

    ImagePane& m_pane;
    QPointer<LinkedView> m_view;
    std::function<Surface()> m_surface;
    Drag m_drag = Drag::None;
    QPointF m_pressed;
    QPointF m_centerWhenPressed;
};

} // namespace blurig::ui
