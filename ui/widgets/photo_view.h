// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/preprocess.h"

#include <QImage>
#include <QWidget>

#include <memory>

class QKeyEvent;
class QMouseEvent;

namespace blurig::ui {

// The original photo with the crop that the model sees; everything outside is dimmed. A rectangle can be dragged anew
// (outside the shown one, or anywhere with Ctrl), moved (arrow keys: by a pixel of the photo, Shift: 10) and resized by
// its handles, with the model's aspect ratio unless Shift is held. Escape ends a drag without effect, else it gives the
// card's rule back.
class PhotoView : public QWidget {
    Q_OBJECT
public:
    explicit PhotoView(QWidget* parent = nullptr);
    ~PhotoView() override;

    void setPhoto(const QImage& photo);                      // null: an invitation to drop one
    void setCrop(const PixelRect& seen, double aspectRatio); // width / height of the model's input
    QSize sizeHint() const override;

Q_SIGNALS:
    void rectangleChosen(const blurig::PixelRect& rectangle); // in pixels of the photo, when the drag ends
    void cardCropRequested();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool mouse(QMouseEvent* event);
    bool key(QKeyEvent* event);
    void choose(const QRectF& rectangle);

    struct Data;
    std::unique_ptr<Data> m;
};

} // namespace blurig::ui
