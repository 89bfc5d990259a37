// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/laboratory/axioms_panel.h"

#include "core/model/score_name.h"
#include "core/scales/axioms_report.h"
#include "ui/engine/explore_flow.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace blurig::ui {

namespace {

QString textOfLines(const Axioms& axioms) {
    QString text;
    for (const AxiomLine& line : axiomLines(axioms)) {
        if (!line.axiom.empty())
            text +=
                (text.isEmpty() ? QString() : QStringLiteral("\n\n")) + QString::fromStdString(line.axiom).toUpper();
        text += QLatin1Char('\n') + QString::fromStdString(line.words);
    }
    return text;
}

} // namespace

AxiomsPanel::AxiomsPanel(EngineAdapter* engine, ExploreFlow* opened, QWidget* parent)
    : QWidget(parent)
    , m_opened(opened)
    , m_lane(engine, Urgency::Batch)
    , m_check(new QPushButton(tr("Check the axioms"), this))
    , m_randomise(new QCheckBox(tr("with randomised weights"), this))
    , m_progress(new QProgressBar(this))
    , m_of(new QLabel(this))
    , m_figures(new QLabel(this)) {
    m_check->setObjectName(QStringLiteral("axiomsCheck"));
    m_check->setToolTip(tr("Completeness, linearity, dummy, affine scale invariance and causality on this model and "
                           "photo: a few hundred gradients"));
    m_randomise->setObjectName(QStringLiteral("axiomsRandomise"));
    m_randomise->setToolTip(tr("Compares the maps with those of the model with its weights in random order, from the "
                               "last layer on: a map that stays as it was shows the picture, not the model"));
    m_progress->setObjectName(QStringLiteral("axiomsProgress"));
    m_progress->setRange(0, 0); // how far it is, is not known
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(sizes::stripe);
    m_of->setTextFormat(Qt::PlainText);
    m_of->setWordWrap(true);
    m_of->setFont(labelFont(font()));
    m_figures->setObjectName(QStringLiteral("axiomsFigures"));
    m_figures->setTextFormat(Qt::PlainText);
    m_figures->setWordWrap(true);
    m_figures->setFont(smallFont(font()));
    m_figures->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_figures->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_figures);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(sizes::gap);
    column->addWidget(m_check);
    column->addWidget(m_randomise);
    column->addWidget(m_progress);
    column->addWidget(m_of);
    column->addWidget(scroll, 1);
    connect(m_check, &QPushButton::clicked, this, [this] {
        if (m_running)
            cancel();
        else
            check();
    });
    connect(&m_lane, &LaneFollower::updated, this, &AxiomsPanel::follow);
    connect(&m_lane, &LaneFollower::failed, this, [this](const Error& error) {
        m_running = false;
        show(QString::fromStdString(error.what()));
    });
    connect(opened, &ExploreFlow::inputChanged, this, &AxiomsPanel::forget);
    connect(opened, &ExploreFlow::exploreChanged, this, &AxiomsPanel::showState);
    forget();
}

void AxiomsPanel::check() {
    const ExploreView& shown = m_opened->view();
    if (!shown.subject.input || !shown.explore.state)
        return;
    m_running = true;
    m_axioms = nullptr;
    m_target = shown.explore.target;
    m_score = shown.explore.score;
    m_lane.submit(CheckAxioms{.subject = explainedSubject(shown.subject),
                              .target = m_target,
                              .score = m_score,
                              .randomise = m_randomise->isChecked()});
    show({});
}

void AxiomsPanel::cancel() {
    m_lane.cancel();
}

void AxiomsPanel::forget() {
    m_lane.withdraw();
    m_running = false;
    m_axioms = nullptr;
    show({});
}

void AxiomsPanel::follow(const SharedSnapshot& snapshot) {
    if (!ended(snapshot->status))
        return;
    m_running = false;
    const auto* found = answerOf<std::shared_ptr<const Axioms>>(*snapshot);
    if (found)
        m_axioms = *found;
    show(found ? textOfLines(**found) : tr("Cancelled"));
}

void AxiomsPanel::show(const QString& words) {
    m_figures->setText(words);
    showState();
    Q_EMIT changed();
}

void AxiomsPanel::showState() {
    const ExploreView& shown = m_opened->view();
    m_check->setText(m_running ? tr("Cancel") : tr("Check the axioms"));
    m_check->setEnabled(m_running || (shown.subject.input && shown.explore.state));
    m_randomise->setEnabled(!m_running);
    m_progress->setVisible(m_running);
    const bool known = m_running || m_axioms;
    m_of->setText(known && shown.subject.model
                      ? QString::fromStdString(explainedName(m_target, m_score, shown.subject.model->card))
                      : QString());
}

} // namespace blurig::ui
