// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/explore/scale_dock.h"

#include "core/explain/bulk.h"
#include "core/explain/sigma_text.h"
#include "core/model/score_name.h"
#include "ui/pages/explore/scale_thumbnails.h"
#include "ui/pages/explore/transport.h"
#include "ui/session/session.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/scale_chart.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace blurig::ui {

namespace {

constexpr Sigma sigmaMaxAtFirst{50.0}; // until the path says where it ends

QString bracketWords() {
    return ScaleDock::tr("%1 % of the change").arg(100 * bulkShare);
}

QString sentenceOf(const PositionInterval& bulk, const ExploreView& view) {
    const std::string target = targetName(view.explore.target, view.subject.model->card);
    if (!view.subject.heard)
        return QString::fromStdString(bulkSentence(bulk, target));
    const std::string unit = sigmaUnit(explainedSubject(view.subject));
    return QString::fromStdString(
        bulkSentence(target, sigmaText(bulk.to).toStdString(), sigmaText(bulk.from).toStdString() + " " + unit));
}

} // namespace

ScaleDock::ScaleDock(Session* session, Actions* actions, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_transport(new Transport(session, actions, this))
    , m_sentence(new ElidedLabel(this))
    , m_goThere(new QToolButton(this))
    , m_chart(new ScaleChart(this))
    , m_thumbnails(new ScaleThumbnails([this](Sigma sigma) { return m_chart->placeOf(sigma); }, this)) {
    setObjectName(QStringLiteral("scaleDock"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(makeControls());
    column->addWidget(m_chart, 1);
    column->addWidget(m_thumbnails);
    connect(m_chart, &ScaleChart::sigmaMoved, session, &Session::setSigma);
    connect(m_chart, &ScaleChart::placesMoved, m_thumbnails, qOverload<>(&QWidget::update));
    connect(m_thumbnails, &ScaleThumbnails::chosen, session, &Session::setSigma);
    m_transport->setSigmaMax(sigmaMaxAtFirst);
    m_chart->setRange(sigmaMaxAtFirst);
}

QWidget* ScaleDock::makeControls() {
    m_sentence->setObjectName(QStringLiteral("bulkSentence"));
    m_sentence->setExplanation(
        tr("The interval under the bracket of the chart: the shortest that holds 80 % of what the "
           "score changes along the path. It says where the score changes while the picture is "
           "sharpened, not which details the model needs"));
    m_goThere->setObjectName(QStringLiteral("goThere"));
    m_goThere->setText(tr("Go there"));
    m_goThere->setToolTip(tr("Moves the slider to the middle of the interval"));
    connect(m_goThere, &QToolButton::clicked, this, [this] {
        if (m_bulk)
            m_session->setSigma({denseSigma(*m_bulk)});
    });
    auto* controls = new QWidget(this);
    controls->setFixedHeight(sizes::control);
    auto* line = new QHBoxLayout(controls);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(sizes::gap);
    line->addWidget(m_transport);
    line->addSpacing(sizes::gap);
    line->addWidget(m_sentence, 1);
    line->addWidget(m_goThere);
    return controls;
}

void ScaleDock::showInput(const ExploreView& view) {
    m_chart->setCurves({});
    m_chart->setNodes({}, {});
    m_chart->setDensity({});
    m_chart->setBulk(0, 0, {});
    m_thumbnails->show({}, {}, m_chart->sigmaMax()); // until the path says where the axis ends
    if (!view.subject.input)
        return;
    const blurig::Subject subject = explainedSubject(view.subject);
    const QString unit = QString::fromStdString(sigmaUnit(subject));
    m_chart->setUnit(unit);
    if (view.subject.heard) {
        m_chart->setOriginalScale(0);
        m_transport->setScaleWords(unit, [subject](double sigma) {
            return QStringLiteral("= ") + QString::fromStdString(sigmaInUnits(subject, sigma));
        });
        return;
    }
    const InputGeometry& geometry = view.subject.input->prepared.geometry;
    m_chart->setOriginalScale(geometry.scaleX());
    m_transport->setOriginalScale(geometry.scaleX(), geometry.scaleY());
}

void ScaleDock::showExplore(const ExploreView& view) {
    if (const auto path = view.path()) {
        const Sigma farEnd{path->path->farEnd()};
        m_chart->setRange(farEnd);
        m_transport->setSigmaMax(farEnd);
        m_chart->setCurves(scoreCurves(*path, view.explore.target, view.subject.model->card, m_classColors));
        const NodeMarks marks = nodeMarks(*path);
        m_chart->setNodes(marks.gradients, marks.forwards);
        m_chart->setDensity(scaleShares(*path));
        if (view.subject.input)
            m_thumbnails->show(view.subject.input->prepared.z, view.subject.axisWeights(), farEnd);
    }
    showBulk(view);
    followSigma();
}

void ScaleDock::showBulk(const ExploreView& view) {
    m_bulk = view.explore.state ? bulkOf(*view.explore.state) : std::nullopt;
    m_chart->setBulk(m_bulk ? m_bulk->from : 0, m_bulk ? m_bulk->to : 0, bracketWords());
    m_sentence->setText(m_bulk ? sentenceOf(*m_bulk, view) : QString());
    m_goThere->setEnabled(m_bulk.has_value());
}

std::optional<FigureChart> ScaleDock::figureChart(const ExploreView& view) const {
    const auto path = view.path();
    if (!path || !view.frame)
        return std::nullopt;
    const RunView& run = view.explore;
    const ModelCard& card = view.subject.model->card;
    ClassColors colors = m_classColors;
    FigureChart chart{.title = tr("Scores along the path"),
                      .score = QString::fromStdString(scoreName(run.score, card.output)),
                      .sigmaMax = path->path->farEnd(),
                      .sigma = view.frame->sigma,
                      .curves = scoreCurves(*path, run.target, card, colors),
                      .gradientSigmas = nodeMarks(*path).gradients,
                      .shares = scaleShares(*path)};
    if (m_bulk) {
        chart.bulkFrom = m_bulk->from;
        chart.bulkTo = m_bulk->to;
        chart.bulkWords = bracketWords();
        chart.remark = sentenceOf(*m_bulk, view);
    }
    return chart;
}

void ScaleDock::followSigma() {
    m_chart->setSigma({m_session->choice().sigma});
}

void ScaleDock::setSnap(bool snap) {
    m_chart->setSnap(snap);
}

} // namespace blurig::ui
