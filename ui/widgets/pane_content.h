// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/color_bar.h"
#include "ui/widgets/image_pane.h"
#include "ui/widgets/photo_pyramid.h"

#include <QPainterPath>

#include <map>
#include <memory>
#include <optional>

class QPainter;

namespace blurig::ui {

// What an image pane shows, and how it comes onto the frame. Pictures are rendered when they are first painted after a
// change of numbers or look, never for a pan, a zoom or a crosshair.
class PaneContent {
public:
    // Each says whether anything changed.
    FrameKind frameKind() const { return m_frame; }
    QSize originalSize() const { return m_originalSize; }
    bool setFrame(FrameKind kind, QSize originalSize, const InputGeometry& geometry);
    bool setPhoto(const QImage& original, const Array& z);
    bool showInput(const Array& z);
    bool showMap(const Array& plane, const Array& values, const ImagePane::MapLook& look);
    bool showMessage(const QString& text);
    bool showWaiting(const QString& text); // a message over the dimmed photo

    PaneContent shared() const; // a copy; the picture of both is rendered once

    bool hasPicture() const { return m_kind == Kind::Input || m_kind == Kind::Map; }
    const QString& message() const { return m_message; }
    bool waits() const; // a photo is there to be dimmed
    const Array& plane() const { return m_plane; }
    const Array& values() const { return m_values; }
    const ImagePane::MapLook& look() const { return m_look; }
    const InputGeometry& geometry() const { return m_geometry; }
    bool coversFrame() const;                          // every pixel of the frame is painted
    QSizeF frameSize() const;                          // in pixels of the frame
    QPointF pixelStep() const;                         // one model pixel in units of the frame
    bool lowAtBottom() const { return m_lowAtBottom; } // the first row is drawn at the bottom
    std::optional<ColorBar> colorBar() const;          // of a map whose colours are seen

    std::optional<QPoint> modelPixel(QPointF unit) const; // under a point of the frame
    std::optional<double> valueAt(int x, int y) const;
    QString valueText(QPointF unit) const;

    // `outside` veils what the model does not see; `canvas` is what lies under a look on the canvas.
    struct Grounds {
        QColor outside;
        QColor canvas;
    };
    // The frame would fill `whole`; only what meets `clip` is painted.
    void paint(QPainter& painter, const QRectF& whole, const QRectF& clip, const Grounds& grounds) const;

private:
    enum class Kind { Message, Waiting, Input, Map };
    struct Rendered {
        QImage picture;       // null: nothing over the photo but the outline
        QPainterPath outline; // in pixels of the plane
        bool below = false;
        bool above = false;
    };

    const Rendered& rendered() const;
    void paintOnOriginal(QPainter& painter, const QRectF& whole, const QRectF& clip, const Grounds& grounds) const;
    void paintMap(QPainter& painter, const QRectF& whole, const QRectF& clip, const QColor& canvas) const;
    const QImage& onCanvas(const QColor& canvas) const; // the picture without transparency: enlarged many times as fast
    Rendered renderedMap() const;
    bool showWords(Kind kind, const QString& text);
    bool hasGround() const;
    LookKind kind() const;       // that can be: all but the map alone need a photo
    Ground wantedGround() const; // under what is shown
    QImage ground() const;       // of model pixels
    void setPlane(const Array& plane, const Array& values);
    void forgetPicture() {
        m_rendered.reset();
        m_composed = {};
    }

    Kind m_kind = Kind::Message;
    QString m_message;
    Array m_plane; // what is shown: the input, or 1 x H x W of a map
    Array m_drawn; // the plane upright, as it is painted
    bool m_lowAtBottom = false;
    Array m_values; // what the crosshair reads
    ImagePane::MapLook m_look;

    FrameKind m_frame = FrameKind::Model;
    QSize m_originalSize;
    InputGeometry m_geometry;
    std::shared_ptr<PhotoPyramid> m_photo;
    qint64 m_photoKey = 0;
    Array m_ofGround; // the input that lies under overlays
    Array m_z;        // the same upright, as it is painted
    mutable std::map<Ground, QImage> m_grounds;
    mutable std::optional<Rendered> m_rendered;
    mutable QImage m_composed; // of m_rendered, on m_canvas
    mutable QColor m_canvas;
};

} // namespace blurig::ui
