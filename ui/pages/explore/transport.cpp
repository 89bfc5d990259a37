// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/explore/transport.h"

#include "ui/pages/explore/explore_actions.h"
#include "ui/session/session.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/number_text.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace blurig::ui {

Transport::Transport(Session* session, Actions* actions, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_sigma(new QDoubleSpinBox(this))
    , m_original(new QLabel(this)) {
    setObjectName(QStringLiteral("transport"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(sizes::gap);
    QAction* play = (*actions)[playAction.id];
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("playButton"));
    button->setDefaultAction(play);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFixedHeight(sizes::control);
    const auto showPlaying = [play, button](bool playing) {
        play->setIconText(playing ? tr("Pause") : tr("Play"));
        play->setIcon(glyphIcon(playing ? Glyph::Pause : Glyph::Play));
        button->setMinimumWidth(std::max(button->minimumWidth(), button->sizeHint().width())); // for both words
    };
    play->setIconVisibleInMenu(false);
    showPlaying(true);
    showPlaying(play->isChecked());
    connect(play, &QAction::toggled, this, showPlaying);
    row->addWidget(button);
    auto* label = new QLabel(tr("σ"), this);
    label->setBuddy(m_sigma);
    m_sigma->setObjectName(QStringLiteral("sigmaSpin"));
    m_sigma->setDecimals(2);
    m_sigma->setRange(0, 1);
    m_sigma->setSingleStep(0.25);
    m_sigma->setSuffix(tr(" px"));
    m_sigma->setKeyboardTracking(false);
    m_sigma->setAlignment(Qt::AlignRight);
    m_sigma->setFixedWidth(104);
    m_sigma->setToolTip(tr("The slider's scale in steps of the model's input"));
    m_original->setObjectName(QStringLiteral("originalSigma"));
    m_original->setTextFormat(Qt::PlainText);
    m_original->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_original->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(label);
    row->addWidget(m_sigma);
    row->addWidget(m_original);
    auto* snap = new QToolButton(this);
    snap->setObjectName(QStringLiteral("snapButton"));
    (*actions)[snapAction.id]->setIconText(tr("Snap"));
    snap->setDefaultAction((*actions)[snapAction.id]);
    snap->setFixedHeight(sizes::control);
    row->addWidget(snap);

    connect(m_sigma, &QDoubleSpinBox::valueChanged, this, [this](double sigma) {
        if (!m_reading)
            m_session->setSigma({sigma});
    });
    connect(session, &Session::changed, this, &Transport::read);
    read();
}

void Transport::setSigmaMax(Sigma sigmaMax) {
    const QScopedValueRollback guard(m_reading, true);
    m_sigma->setMaximum(sigmaMax.pixels);
    read();
}

void Transport::setOriginalScale(double x, double y) {
    m_words = nullptr;
    m_scaleX = x;
    m_scaleY = y;
    m_sigma->setSuffix(tr(" px"));
    fitWords();
}

void Transport::setScaleWords(const QString& unit, std::function<QString(double sigma)> words) {
    m_words = std::move(words);
    m_sigma->setSuffix(u' ' + unit);
    fitWords();
}

void Transport::fitWords() {
    // A label without a fixed size asks for a new layout with each text, and a main window paints all of itself after
    // one.
    m_original->setText(originalText(999.9));
    m_original->setFixedSize(m_original->sizeHint());
    read();
}

QString Transport::originalText(double sigma) const {
    if (m_words)
        return m_words(sigma);
    if (m_scaleX <= 0)
        return {};
    if (std::abs(m_scaleX - m_scaleY) < 0.005 * m_scaleX)
        return tr("= %1 px of the photo").arg(sigmaText(sigma * m_scaleX));
    return tr("= %1 × %2 px of the photo").arg(sigmaText(sigma * m_scaleX), sigmaText(sigma * m_scaleY));
}

void Transport::read() {
    const QScopedValueRollback guard(m_reading, true);
    const double sigma = m_session->choice().sigma;
    m_sigma->setValue(sigma);
    m_original->setText(originalText(sigma));
}

} // namespace blurig::ui
