// SPDX-FileCopyrightText: BlurIG Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions/session_actions.h"

#include "core/record/look_defaults.h"
#include "ui/actions/actions.h"
#include "ui/session/session.h"

#include <QAction>

namespace blurig::ui {

SessionActions::SessionActions(Session* session, const Actions& actions, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_actions(actions) {
    connect(actions[ActionId::Back], &QAction::triggered, session, &Session::back);
    connect(actions[ActionId::Forward], &QAction::triggered, session, &Session::forward);
    connect(actions[ActionId::OnOriginal], &QAction::triggered, session,
            [session](bool original) { session->setFrame(original ? "original" : "model"); });
    connect(actions[ActionId::Overlay], &QAction::triggered, session,
            [session](bool overlay) { session->setDisplay(displayOfLook(overlay ? DisplayChoice().look : "pixels")); });
    connect(actions[ActionId::RunAsFiled], &QAction::triggered, session, [session](bool asFiled) {
        session->edit([asFiled](Choice& choice) {
            choice.unfrozen = asFiled;
            choice.execution.clear();
        });
    });
    connect(session, &Session::changed, this, &SessionActions::read);
    connect(session, &Session::historyChanged, this, &SessionActions::read);
    read();
}

void SessionActions::read() {
    m_actions[ActionId::Back]->setEnabled(m_session->canGoBack());
    m_actions[ActionId::Forward]->setEnabled(m_session->canGoForward());
    m_actions[ActionId::OnOriginal]->setChecked(m_session->choice().frame == "original");
    m_actions[ActionId::Overlay]->setChecked(m_session->display().look != "pixels");
    m_actions[ActionId::RunAsFiled]->setChecked(m_session->choice().unfrozen);
}

} // namespace blurig::ui
