// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/array/array.h"
#include "core/scale/sigma.h"
#include "ui/engine/latest_task.h"

#include <QImage>
#include <QWidget>

#include <functional>
#include <vector>

namespace blurig::ui {

// Small pictures of the input under the scale's axis, each blurred as much as its place says. A click moves the slider
// there.
class ScaleThumbnails : public QWidget {
    Q_OBJECT
public:
    // placeOf: x on this widget of a sigma.
    explicit ScaleThumbnails(std::function<double(Sigma)> placeOf, QWidget* parent = nullptr);

    static constexpr int count = 12;
    static constexpr int side = 36; // px
    // An empty input: none. axisWeights: as of a ScaleSpace.
    void show(const Array& input, const std::vector<double>& axisWeights, Sigma sigmaMax);
    std::size_t pictures() const { return m_pictures.size(); }

Q_SIGNALS:
    void chosen(blurig::Sigma sigma);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void make();
    QRectF placeAt(std::size_t index) const;

    std::function<double(Sigma)> m_placeOf;
    Array m_input;
    std::vector<double> m_axisWeights;
    std::vector<double> m_sigmas;
    std::vector<QImage> m_pictures; // one a sigma, or none yet
    LatestTask m_task;
};

} // namespace blurig::ui
