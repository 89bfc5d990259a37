// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/explore/computation_panel.h"

#include "core/methods/baseline.h"
#include "core/model/score_name.h"
#include "ui/panels/parameter_form.h"
#include "ui/session/session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace blurig::ui {

namespace {

constexpr const char* besideMethod = "ig";
constexpr const char* firstBaseline = "black";

constexpr const char* ownBaseline = "own";

std::string startKey() {
    return keyOf(methodById(besideMethod), ParameterRole::Start);
}

PaneChoice besidePane(const DisplayChoice& display, const std::string& baseline, const std::string& picture) {
    PaneChoice pane;
    pane.method = besideMethod;
    pane.parameters[startKey()] = baseline;
    if (needsOwnImage(baseline))
        pane.baselinePicture = picture;
    pane.display = display;
    return pane;
}

} // namespace

ComputationPanel::ComputationPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_score(new QComboBox(this))
    , m_beside(new QCheckBox(tr("IG beside"), this))
    , m_baseline(new QComboBox(this))
    , m_choosePicture(new QToolButton(this))
    , m_disclose(new QToolButton(this))
    , m_form(new ParameterForm(defaultParameters(methodById(session->choice().panes.front().method)), this)) {
    m_score->setObjectName(QStringLiteral("scoreCombo"));
    m_score->setToolTip(tr("The number that is explained"));
    for (const auto& [score, label] :
         {std::pair{Score::ClassScore, tr("Class score")}, std::pair{Score::Logit, tr("Logit")},
          std::pair{Score::LogProbability, tr("Log-probability")}})
        m_score->addItem(label, QString::fromStdString(std::string(name(score))));
    m_beside->setObjectName(QStringLiteral("besideCheck"));
    m_beside->setToolTip(tr("Integrated Gradients next to Blur IG: same target, same colour range"));
    m_baseline->setObjectName(QStringLiteral("baselineCombo"));
    m_baseline->setToolTip(tr("The baseline of Integrated Gradients"));
    for (const BaselineKind& kind : baselineKinds())
        m_baseline->addItem(QString::fromStdString(kind.label), QString::fromStdString(kind.id));
    m_baseline->setMinimumContentsLength(8);
    m_baseline->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choosePicture->setObjectName(QStringLiteral("baselinePictureButton"));
    m_choosePicture->setText(tr("…"));
    m_disclose->setObjectName(QStringLiteral("parametersButton"));
    m_disclose->setText(tr("Parameters of Blur IG"));
    m_disclose->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_disclose->setArrowType(Qt::RightArrow);
    m_disclose->setAutoRaise(true);
    m_disclose->setCheckable(true);
    m_form->setObjectName(QStringLiteral("parameterForm"));
    m_form->hide();

    auto* form = new QFormLayout;
    form->addRow(tr("Explain"), m_score);
    auto* baseline = new QHBoxLayout;
    baseline->addWidget(m_baseline, 1);
    baseline->addWidget(m_choosePicture);
    form->addRow(m_beside, baseline);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addWidget(m_disclose);
    column->addWidget(m_form);

    connect(m_disclose, &QToolButton::toggled, this, [this](bool open) {
        m_disclose->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_form->setVisible(open);
    });
    connect(m_score, &QComboBox::currentIndexChanged, this, &ComputationPanel::write);
    connect(m_beside, &QCheckBox::toggled, this, &ComputationPanel::write);
    connect(m_baseline, &QComboBox::currentIndexChanged, this, &ComputationPanel::write);
    connect(m_choosePicture, &QToolButton::clicked, this, &ComputationPanel::baselinePictureWanted);
    connect(m_form, &ParameterForm::edited, this, [this](const std::map<std::string, std::string>& values) {
        m_session->edit([&](Choice& choice) { choice.panes.front().parameters = values; });
    });
    connect(session, &Session::changed, this, [this](Session::Changes what) {
        if (what != Session::Changes(Session::Change::Sigma))
            read();
    });
    read();
}

void ComputationPanel::setBeside(bool on) {
    m_beside->setChecked(on);
}

void ComputationPanel::setBaselinePicture(const QString& file) {
    m_session->edit([&](Choice& choice) {
        choice.panes.resize(1);
        choice.panes.push_back(besidePane(choice.panes.front().display, ownBaseline, file.toStdString()));
    });
}

void ComputationPanel::showRun(const MethodState& state) {
    if (state.paths.empty())
        return;
    const auto start = [&](ParameterRole role, double value) {
        if (const ParameterSpec* spec = state.parameters.find(role))
            m_form->setStart(spec->key, value);
    };
    start(ParameterRole::PathEnd, state.paths.front()->path->farEnd());
    start(ParameterRole::Steps, state.cost.gradients);
}

void ComputationPanel::showOutput(OutputKind output) {
    m_score->setItemText(0, tr("Class score (%1)").arg(QString::fromStdString(scoreName(Score::ClassScore, output))));
}

void ComputationPanel::read() {
    const QScopedValueRollback guard(m_reading, true);
    const Choice& choice = m_session->choice();
    m_score->setCurrentIndex(std::max(0, m_score->findData(QString::fromStdString(choice.score))));
    m_form->setValues(choice.panes.front().parameters);
    const bool beside = choice.panes.size() > 1;
    m_beside->setChecked(beside);
    m_baseline->setEnabled(beside);
    if (beside) {
        const auto baseline = choice.panes[1].parameters.find(startKey());
        const std::string id = baseline == choice.panes[1].parameters.end() ? firstBaseline : baseline->second;
        const QString kinds = QString::fromStdString(id);
        if (m_baseline->findData(kinds) < 0) // a list of several, from a session or the command line
            m_baseline->addItem(kinds, kinds);
        m_baseline->setCurrentIndex(m_baseline->findData(kinds));
    }
    const QString own = beside ? QString::fromStdString(choice.panes[1].baselinePicture) : QString();
    m_choosePicture->setVisible(!own.isEmpty());
    m_choosePicture->setToolTip(tr("The own image is %1. Choose another").arg(own.toHtmlEscaped()));
}

void ComputationPanel::write() {
    if (m_reading)
        return;
    const std::string baseline = m_baseline->currentData().toString().toStdString();
    const std::vector<PaneChoice>& panes = m_session->choice().panes;
    const std::string own = panes.size() > 1 ? panes[1].baselinePicture : std::string();
    if (m_beside->isChecked() && needsOwnImage(baseline) && own.empty()) {
        read(); // as it was until there is a picture
        Q_EMIT baselinePictureWanted();
        return;
    }
    m_session->edit([&](Choice& choice) {
        choice.score = m_score->currentData().toString().toStdString();
        choice.panes.resize(1);
        if (m_beside->isChecked())
            choice.panes.push_back(besidePane(choice.panes.front().display, baseline, own));
    });
}

} // namespace blurig::ui
