// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/scales/frequency_panel.h"

#include "core/model/score_name.h"
#include "ui/pages/scales/octave_chart.h"
#include "ui/pages/scales/panel_parts.h"
#include "ui/pages/scales/scales_texts.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace blurig::ui {

namespace {

// Of the score that is explained; none of a logarithm of it.
std::vector<double> shapleyValues(const ScalesView& view) {
    if (!view.measured.shapley)
        return {};
    switch (view.run.score) {
    case Score::ClassScore:
        return view.measured.shapley->scores;
    case Score::Logit:
        return view.measured.shapley->logits;
    case Score::LogProbability:
        break;
    }
    return {};
}

} // namespace

FrequencyPanel::FrequencyPanel(QWidget* parent)
    : QWidget(parent)
    , m_chart(new OctaveChart(this))
    , m_method(new QComboBox(this))
    , m_measure(new QPushButton(tr("Remove, and see"), this))
    , m_shapley(new QPushButton(tr("Shapley"), this))
    , m_removal(panelSentence("scalesRemoval", this)) {
    m_method->setObjectName(QStringLiteral("scalesMethod"));
    m_method->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_method->setToolTip(tr("Whose octave is shown as a map"));
    m_measure->setObjectName(QStringLiteral("scalesMeasure"));
    m_measure->setToolTip(tr("Runs the model on the photo without each octave, with only the octaves up to each, and "
                             "with only those from each on"));
    m_shapley->setObjectName(QStringLiteral("scalesShapley"));
    m_removal->setToolTip(tr("Measured on the photo itself. The mean colour is always kept, and nothing is clipped "
                             "for the model"));
    auto* signs = panelSentence("scalesOctaveWords", this);
    signs->setText(tr("Signed sums over pixels: what each octave of the picture's change brought to the score"));
    signs->setToolTip(tr("How much an octave holds when signs do not cancel has several meanings, which differ by up "
                         "to two octaves: they are in the exported record, each with its definition"));
    layOutPanel(this, tr("At which frequency"), {m_method, m_measure, m_shapley}, m_chart, {signs, m_removal});
    connect(m_chart, &OctaveChart::chosen, this, &FrequencyPanel::octaveChosen);
    connect(m_method, &QComboBox::activated, this,
            [this] { Q_EMIT methodChosen(m_method->currentData().toString().toStdString()); });
    connect(m_measure, &QPushButton::clicked, this, &FrequencyPanel::removalAsked);
    connect(m_shapley, &QPushButton::clicked, this, &FrequencyPanel::shapleyAsked);
}

void FrequencyPanel::showAll(const ScalesView& view) {
    const MeasuredOctaves& measured = view.measured;
    m_measure->setEnabled(view.path && !measured.removing && !measured.removal);
    const bool hasValues = view.run.score != Score::LogProbability;
    m_shapley->setEnabled(view.path && hasValues && !measured.sharing && !measured.shapley);
    m_shapley->setToolTip(
        !hasValues ? tr("Shapley values are of the class score or the logit: explain one of these")
        : view.parts
            ? tr("Shapley values of the octaves: the mean change of the score over all orders in which they are added "
                 "to the mean colour. %1 forward passes")
                  .arg(1ULL << view.parts->octaves.size())
            : QString());
    if (m_method->count() != static_cast<int>(view.octaves.size())) {
        m_method->clear();
        for (const MethodOctaves& method : view.octaves)
            m_method->addItem(method.name, QString::fromStdString(method.method));
    }
    if (view.path)
        m_chart->setContent({view.octaves, measured.removal, shapleyValues(view),
                             QString::fromStdString(scoreName(view.run.score, view.subject.model->card.output))});
    else
        m_chart->setContent({});
}

void FrequencyPanel::showChosen(const ScalesView& view, const std::string& method, std::optional<int> octave) {
    m_method->setCurrentIndex(std::max(0, m_method->findData(QString::fromStdString(method))));
    m_chart->setChosen(octave);
    m_removal->setText(view.path && octave ? removalWords(view, *octave) : QString());
}

} // namespace blurig::ui
