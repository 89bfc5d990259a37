// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/evidence_offer.h"

#include "core/methods/method.h"
#include "core/model/score_name.h"
#include "ui/widgets/image_pane.h"

#include <QEvent>

#include <algorithm>

namespace blurig::ui {

namespace {
constexpr int margin = 12; // px
} // namespace

EvidenceOffer::EvidenceOffer(ImagePane* pane)
    : QPushButton(pane)
    , m_pane(pane) {
    setObjectName(pane->objectName() + QStringLiteral("Offer"));
    hide();
    pane->installEventFilter(this);
    connect(this, &QPushButton::clicked, this, [this] { Q_EMIT scoreWanted(m_score); });
}

bool EvidenceOffer::stands(const RunView& run, const Activity& activity, const ModelCard& card) {
    if (!run.state || !run.state->noEvidence) {
        hide();
        return false;
    }
    m_pane->setCaption({});
    if (activity.running) {
        hide();
        m_pane->showWaiting(tr("Computing…"));
        return true;
    }
    m_pane->showMessage(tr("No evidence to show: %1.").arg(QString::fromStdString(wordsOf(*run.state->noEvidence))));
    const std::optional<Score> other = scoreToTry(run.score, run.target, card.output);
    if (other) {
        m_score = QString::fromStdString(std::string(name(*other)));
        setText(tr("Explain the %1").arg(QString::fromStdString(scoreName(*other, card.output))));
        place();
    }
    setVisible(other.has_value());
    return true;
}

void EvidenceOffer::place() {
    const QRect picture = m_pane->picturePlace().toRect();
    const QSize size(std::min(sizeHint().width(), picture.width()), sizeHint().height());
    setGeometry(
        QRect(QPoint(picture.center().x() - size.width() / 2, picture.bottom() - margin - size.height()), size));
}

bool EvidenceOffer::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_pane && (event->type() == QEvent::Resize || event->type() == QEvent::FontChange))
        place();
    return QPushButton::eventFilter(watched, event);
}

} // namespace blurig::ui
