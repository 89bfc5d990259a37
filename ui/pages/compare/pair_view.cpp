// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/compare/pair_view.h"

#include "ui/pages/compare/swipe_divider.h"

#include <QVBoxLayout>

namespace blurig::ui {

PairView::PairView(LinkedView* view, QWidget* parent)
    : QWidget(parent)
    , m_image(new ImagePane(view, this))
    , m_divider(new SwipeDivider(m_image)) {
    setObjectName(QStringLiteral("pairView"));
    m_image->setObjectName(QStringLiteral("pairImage"));
    m_divider->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_image);
    connect(m_divider, &SwipeDivider::moved, this, [this](double position) {
        m_gaze.divider = position;
        Q_EMIT gazeMoved();
    });
}

void PairView::show(const PairMode& mode, const PanePair& pair) {
    if (&mode != m_mode)
        m_gaze.atB = false;
    m_mode = &mode;
    mode.show(*m_image, pair, m_gaze);
    m_divider->setPosition(m_gaze.divider);
    m_divider->setVisible(mode.hasDivider());
}

void PairView::showMessage(const QString& text) {
    m_divider->hide();
    m_image->setTitle({});
    m_image->setCaption({});
    m_image->showMessage(text);
}

void PairView::turn() {
    m_gaze.atB = !m_gaze.atB;
    Q_EMIT gazeMoved();
}

} // namespace blurig::ui
