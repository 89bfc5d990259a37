// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/scales/scales_view.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace blurig::ui {

// What each octave of spatial frequency brought to the score, signed, a bar a method; with it, once it was measured,
// what the score is without the octave, with only the finer ones, and with only the coarser ones, and the octave's
// Shapley value. A click, or left and right, chooses an octave.
class OctaveChart : public QWidget {
    Q_OBJECT
public:
    explicit OctaveChart(QWidget* parent = nullptr);
    ~OctaveChart() override;

    struct Content {
        std::vector<MethodOctaves> methods = {};
        std::shared_ptr<const OctaveRemoval> removal = nullptr;
        std::vector<double> shapley = {}; // of the score; empty: not measured
        QString score = {};               // that is explained: "softmax"
    };
    void setContent(Content content);
    void setChosen(std::optional<int> octave);
    QString table() const; // tab-separated
    QSize sizeHint() const override { return {560, 260}; }

Q_SIGNALS:
    void chosen(int octave);

protected:
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Data;
    std::unique_ptr<Data> m;
};

} // namespace blurig::ui
