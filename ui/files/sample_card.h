// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/files/samples.h"

#include <QAbstractButton>
#include <QImage>

namespace blurig::ui {

// A sample photo with its caption; a click opens it.
class SampleCard : public QAbstractButton {
    Q_OBJECT
public:
    explicit SampleCard(const Sample& sample, QWidget* parent = nullptr);

    static constexpr QSize pictureSize{216, 144};
    void setPicture(const QImage& picture); // of at least pictureSize in device pixels; cut to its proportions
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_picture;
};

} // namespace blurig::ui
