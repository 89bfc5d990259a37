// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/engine/dense_opening.h"

#include "core/explain/bulk.h"
#include "ui/engine/explore_flow.h"
#include "ui/session/session.h"

#include <QScopedValueRollback>

namespace blurig::ui {

DenseOpening::DenseOpening(Session* session, SubjectFlow* subject, ExploreFlow* flow, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_subject(subject)
    , m_flow(flow) {
    connect(session, &Session::changed, this, [this](Session::Changes what) {
        if (what.testFlag(Session::Change::Sigma) && !m_moving)
            m_touched = true;
    });
    connect(flow, &ExploreFlow::exploreChanged, this, &DenseOpening::look);
}

void DenseOpening::await() {
    m_awaited = !m_touched;
}

void DenseOpening::forget() {
    m_awaited = false;
}

void DenseOpening::look() {
    const ExploreView& view = m_flow->view();
    if (!m_awaited || m_subject->opening() || view.exploreActivity.running || !view.explore.state)
        return;
    m_awaited = false;
    const auto bulk = m_touched ? std::nullopt : bulkOf(*view.explore.state);
    if (!bulk)
        return;
    m_session->later([this, sigma = denseSigma(*bulk)] {
        const QScopedValueRollback guard(m_moving, true);
        Choice choice = m_session->choice();
        choice.sigma = sigma;
        m_session->correct(std::move(choice));
    });
}

} // namespace blurig::ui
