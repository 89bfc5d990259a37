// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/image/preprocess.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>

namespace blurig::ui {

// The original photo with the crop that the model sees; everything outside is dimmed. A rectangle can be dragged anew,
// moved and resized by its handles, with the model's aspect ratio unless Shift is held; Escape gives the card's rule back.
class PhotoView : public QWidget {
    Q_OBJECT
public:
    explicit PhotoView(QWidget* parent = nullptr);
    ~PhotoView() override;

    void setPhoto(const QImage& photo); // null: an invitation to drop one
    void setCrop(const PixelRect& seen, double aspectRatio);

Q_SIGNALS:
    void rectangleChosen(const blurig::PixelRect& rectangle); // in pixels of the photo, when the drag ends
    void cardCropRequested();

private:
    struct Data;
    std::unique_ptr<Data> m;
};

} // namespace blurig::ui
