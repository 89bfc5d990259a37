// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/scales/when_panel.h"

#include "core/model/score_name.h"
#include "core/path/bulk.h"
#include "ui/pages/scales/band_chart.h"
#include "ui/pages/scales/panel_parts.h"
#include "ui/pages/scales/scales_texts.h"
#include "ui/panels/region_marker.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace blurig::ui {

WhenPanel::WhenPanel(QWidget* parent)
    : QWidget(parent)
    , m_chart(new BandChart(this))
    , m_axis(new QComboBox(this))
    , m_boxes(new QPushButton(tr("Boxes"), this))
    , m_clear(new QPushButton(tr("Clear"), this))
    , m_bulk(panelSentence("scalesBulk", this))
    , m_labels(panelSentence("scalesLabels", this)) {
    m_axis->setObjectName(QStringLiteral("scalesAxis"));
    m_axis->setToolTip(tr("The axis of the chart; both densities are per unit of it"));
    m_axis->addItem(tr("ln(1 + σ/0.5)"), QString::fromLatin1(name(DensityAxis::LogScale).data()));
    m_axis->addItem(tr("ln σ"), QString::fromLatin1(name(DensityAxis::LogSigma).data()));
    m_axis->addItem(tr("σ in px"), QString::fromLatin1(name(DensityAxis::Sigma).data()));
    m_clear->setObjectName(QStringLiteral("scalesClear"));
    m_clear->setToolTip(
        tr("Takes bands and regions away. Shift+drag on the chart chooses a second band, Shift+click or "
           "Shift+drag on a picture a region whose contribution is followed"));
    m_boxes->setObjectName(QStringLiteral("scalesBoxes"));
    m_boxes->setToolTip(tr("Follows the boxes that are marked on the Compare page, or taken from an annotation there"));
    m_bulk->setToolTip(tr("The shortest intervals of ln(1 + σ/0.5) that hold these shares of the change of the "
                          "score along the path. They say where the score changes while the picture is sharpened, "
                          "not which details the model needs"));
    m_labels->setToolTip(tr("The class of the greatest score along the path. Each change was found to 1 % of its "
                            "sigma by bisection; between two nodes of one label no other is looked for"));
    layOutPanel(this, tr("When on the path"), {new QLabel(tr("per unit of"), this), m_axis, m_boxes, m_clear}, m_chart,
                {m_bulk, m_labels});
    connect(m_axis, &QComboBox::activated, this, [this] {
        if (const auto axis = densityAxisOf(m_axis->currentData().toString().toStdString()))
            Q_EMIT axisChosen(*axis);
    });
    connect(m_clear, &QPushButton::clicked, this, &WhenPanel::cleared);
    connect(m_boxes, &QPushButton::clicked, this, &WhenPanel::boxesAsked);
}

void WhenPanel::setAxis(DensityAxis axis) {
    m_axis->setCurrentIndex(std::max(0, m_axis->findData(QString::fromLatin1(name(axis).data()))));
}

void WhenPanel::setBoxesOffered(bool offered) {
    m_boxes->setEnabled(offered);
}

void WhenPanel::showWords(const ScalesView& view) {
    m_bulk->setText(view.path ? bulkWords(view) : view.why);
    m_labels->setText(view.path ? labelWords(view) : QString());
}

void WhenPanel::showChart(const ScalesView& view, DensityAxis axis, double sigma) {
    if (!view.path) {
        m_chart->setContent({});
        return;
    }
    const ModelCard& card = view.subject.model->card;
    BandChart::Content content{
        .cells = view.density, .axis = axis, .score = QString::fromStdString(scoreName(view.run.score, card.output))};
    for (const double share : bulkShares)
        if (const auto bulk = bulkInterval(*view.path, share))
            content.bulks.push_back({tr("%1 %").arg(100 * share), {}, bulk->from, bulk->to});
    if (view.evolution) {
        std::vector<ClassIndex> classes;
        for (const LabelStretch& stretch : view.evolution->stretches)
            if (std::ranges::find(classes, stretch.label) == classes.end())
                classes.push_back(stretch.label);
        const std::vector<QColor> colors = m_classColors.of(classes);
        for (const LabelStretch& stretch : view.evolution->stretches) {
            const auto at = static_cast<std::size_t>(std::ranges::find(classes, stretch.label) - classes.begin());
            content.labels.push_back(
                {QString::fromStdString(shortClassName(stretch.label, card)), colors[at], stretch.from, stretch.to});
        }
    }
    for (std::size_t i = 0; i < view.regions.size(); ++i)
        content.regions.push_back(
            {regionName(i, view.regions[i].region), regionColor(palette(), i), view.regions[i].masses});
    m_chart->setContent(content);
    m_chart->setSigma({sigma});
}

} // namespace blurig::ui
