// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scale/sigma.h"
#include "ui/pages/scales/band_marks.h"
#include "ui/pages/scales/scales_choice.h"

#include <QColor>
#include <QString>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace blurig::ui {

// Where on the path the score changes, and where the evidence is: both as density over sigma, per unit of the axis that
// is shown, with what regions contribute, the bulk intervals and the labels on the way. A drag on it chooses the band
// (Shift+drag: the second one), a drag of an edge moves that, a click moves the slider. Keys: left and right move the
// band, with Shift its coarse end.
class BandChart : public QWidget {
    Q_OBJECT
public:
    struct Region {
        QString name;
        QColor color = {};
        std::vector<double> masses; // of each cell
    };
    struct Content {
        std::vector<DensityCell> cells = {}; // none: nothing is shown
        DensityAxis axis = DensityAxis::LogScale;
        QString score = {}; // that changes: "softmax"
        std::vector<NamedStretch> labels = {};
        std::vector<NamedStretch> bulks = {};
        std::vector<Region> regions = {};
    };

    explicit BandChart(QWidget* parent = nullptr);
    ~BandChart() override;

    void setContent(const Content& content);
    void setSigma(Sigma sigma);
    void setBands(const std::optional<ScaleBand>& first, const std::optional<ScaleBand>& second);
    QString table() const;             // tab-separated
    double placeOf(Sigma sigma) const; // x on the widget
    QSize sizeHint() const override { return {560, 260}; }

Q_SIGNALS:
    void bandMoved(const blurig::ui::ScaleBand& band, bool second, bool begins); // `begins`: the first of a drag
    void sigmaMoved(blurig::Sigma sigma);

protected:
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Data;
    double sigmaAt(double x) const;
    void drag(double x);
    void moveBand(ScaleBand band, bool second);

    std::unique_ptr<Data> m;
};

} // namespace blurig::ui
