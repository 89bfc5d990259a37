// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

namespace blurig::ui {

// A clip over time: its drawing, the patches that a model sees with a score each as bars, and the one that is chosen. A
// click or the keys Left, Right, Home and End choose another; under the pointer its time and score are said.
class PatchTimeline : public QWidget {
    Q_OBJECT
public:
    struct Part {
        double from = 0; // s
        double to = 0;
        std::optional<double> score = {};
    };

    explicit PatchTimeline(QWidget* parent = nullptr);

    void setDrawing(const QImage& drawing); // of the whole clip; null: none yet
    void setParts(const std::vector<Part>& parts, double seconds);
    void setChosen(std::size_t part);
    const std::vector<Part>& parts() const { return m_parts; }
    std::size_t chosen() const { return m_chosen; }
    QRectF placeOf(std::size_t part) const; // on the widget
    QSize sizeHint() const override;

Q_SIGNALS:
    void partChosen(std::size_t part);

protected:
    bool event(QEvent* event) override; // tool tips
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF drawingPlace() const;
    QRectF barsPlace() const; // empty where there is one patch
    double xOf(double seconds) const;
    double borderAfter(std::size_t part) const; // x between it and the next
    std::size_t partAt(double x) const;         // whose middle is nearest
    void choose(std::size_t part);
    void paintBars(QPainter& painter) const;

    QImage m_drawing;
    std::vector<Part> m_parts;
    double m_seconds = 0;
    std::size_t m_chosen = 0;
};

} // namespace blurig::ui
