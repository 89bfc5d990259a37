// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/render/clip_range.h"
#include "core/render/value_histogram.h"

#include <QWidget>

#include <optional>

namespace blurig::ui {

// How often a map's values occur, by logarithm, with both ends of the clip as handles; of signed values each end stands
// at both sides. Grey bars lie below the low end.
class RangeHistogram : public QWidget {
    Q_OBJECT
public:
    explicit RangeHistogram(QWidget* parent = nullptr);

    void setContent(const ValueHistogram& histogram, const ClipRange& range);
    double xOf(double value) const; // where a value lies, px; not of an empty histogram
    QSize sizeHint() const override;

Q_SIGNALS:
    void lowMoved(double magnitude);
    void limitMoved(double magnitude);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class End { Low, Limit };

    QRectF plot() const;
    double firstPosition() const { return m_histogram.isSigned() ? -1.0 : 0.0; }
    double distance(double x, double magnitude) const; // px, to the nearer of both sides
    std::optional<End> endAt(double x) const;
    void paintBars(QPainter& painter) const;
    void paintEnds(QPainter& painter) const;

    ValueHistogram m_histogram;
    ClipRange m_range;
    std::optional<End> m_dragged;
};

} // namespace blurig::ui
