// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/image/preprocess.h"
#include "core/render/look.h"
#include "ui/widgets/color_bar.h"
#include "ui/widgets/linked_view.h"
#include "ui/widgets/pane_figure.h"
#include "ui/widgets/pane_layout.h"

#include <QImage>
#include <QStringList>
#include <QWidget>

#include <optional>

class QMimeData;

namespace blurig::ui {

// Which pixels a pane is laid out in.
enum class FrameKind { Model, Original };

// One picture with a title, a caption and the value under the shared crosshair. Knows nothing of what it shows: an
// input (z, painted as a picture) or a map (painted with colours and a range, or as an area of the photo), in model
// pixels or carried back onto the original.
class ImagePane : public QWidget {
    Q_OBJECT
public:
    explicit ImagePane(LinkedView* view, QWidget* parent = nullptr);

    void setTitle(const QString& title);     // "LoG band"
    void setCaption(const QString& caption); // "sigma 3.2 px, clip 99 %, sum over channels": every choice made
    void setInfo(const QString& sentence);   // what the picture is, behind a mark after the title
    void setHead(PaneHead head);             // none: title, caption and value are its owner's to show
    void setFrame(FrameKind kind, QSize originalSize, const InputGeometry& geometry);
    void setPhoto(const QImage& original, const Array& z); // what lies under overlays, in both frames

    void setDragData(const QString& format, const QByteArray& bytes); // goes along when the picture is dragged out
    QMimeData* dragData() const;                                      // a new one: that and the figure

    void showInput(const Array& z);
    // plane: 1 x H x W. values: what the crosshair reads (C x H x W: each channel is listed); unit after the number.
    struct MapLook {
        const ColorMap* colors = nullptr;
        ClipRange range = {};
        LookKind kind = LookKind::Pixels; // without a photo always that
        double opacity = 1.0;
        double topArea = 20;   // per cent
        bool onCanvas = false; // where it is transparent, the pane's ground is seen, not the photo
        QString unit = {};
        BarWords words = {};
        QString badge = {};          // said on the picture, not in figures: "smoothed 2 px for viewing"
        QStringList valueNames = {}; // of the channels of `values`, said before each number; or none

        bool operator==(const MapLook&) const = default;
    };
    void showMap(const Array& plane, const Array& values, const MapLook& look);
    // What two panes with pictures show, each with its ground, look and colour bar: one to the left of a divider, one
    // to its right; 0..1 of the picture's width, at 1 only the left one is seen. Until the next of the others.
    void showPair(const ImagePane& left, const ImagePane& right, double divider);
    void showMessage(const QString& text); // instead of a picture: "needs a model"
    void showWaiting(const QString& text); // the same over the dimmed photo, while a map is on its way: "Computing..."

    const QString& title() const;
    const QString& caption() const;
    bool hasPicture() const;
    const QString& message() const; // that is there instead
    QRectF picturePlace() const;    // on the widget
    // Of the map that is seen, or of the left one of two.
    const Array& plane() const;
    const Array& values() const;
    const MapLook& look() const;
    const InputGeometry& geometry() const;
    FrameKind frameKind() const;
    bool lowAtBottom() const; // of a spectrogram: its first row is drawn at the bottom
    QSize originalSize() const;

    QString valueText() const;                         // what the crosshair reads now; empty without one
    std::optional<double> valueAt(int x, int y) const; // of the plane (or mean of the channels), model pixels
    QImage renderedImage() const;                      // the picture alone at model (or original) resolution
    // With title, whole caption and colour bar, as zoomed, on white whatever the theme: for copy and export. `scale` is
    // device pixels per logical one; parts without it are for vector files: their picture has the pixels of the model
    // (or of the original, at most 4096 in a row or column), one to one, unless it is zoomed.
    PaneFigure figureParts(std::optional<double> scale) const;
    QImage figure(double scale = 1.0) const; // null without a picture
    QSize sizeHint() const override;

Q_SIGNALS:
    void copyRequested(); // context menu, which also lists actions(): Copy picture, Copy as command, Save picture...,
                          // Save array...
    void copyCommandRequested();
    void savePictureRequested();
    void saveArrayRequested();
    void maximizeRequested(); // double click on the title, Enter, or the context menu
    void valueChanged();      // of what the crosshair reads

protected:
    // Wheel zooms at the pointer, drag pans, double click on the picture resets, moving sets the crosshair, a click
    // pins or frees it, arrow keys move it by a model pixel (Shift: 10), + - 0 zoom, Escape takes it away; Ctrl+drag
    // (or a drag of the title) drags the picture out as PNG.
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Data;
    std::shared_ptr<Data> m;
};

} // namespace blurig::ui
